package org.answerable.responselog.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Cosignatures;
import org.answerable.responselog.Witnessed;
import org.answerable.tlog.Cosignature;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.NoteSignature;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.VerifierKey;

/** Cosignatures as lines beside the checkpoints that they are of. */
final class JdbcCosignatures implements Cosignatures {
  private final Databases databases;

  JdbcCosignatures(Databases databases) {
    this.databases = databases;
  }

  @Override
  public long size(String organisation, VerifierKey witness) {
    return databases
        .as(Login.PUBLIC)
        .sql(
            """
            select coalesce(max(size), 0) from site.cosignature
            where organisation = ? and witness = ?
            """)
        .params(organisation, witness.toString())
        .query(Long.class)
        .single();
  }

  @Override
  public void keep(String organisation, VerifierKey witness, long size, NoteSignature cosignature) {
    databases
        .as(Login.LOG)
        .sql(
            """
            insert into responselog.cosignature (organisation, witness, size, line)
            values (?, ?, ?, ?) on conflict do nothing
            """)
        .params(organisation, witness.toString(), size, cosignature.line())
        .update();
  }

  @Override
  public List<Witnessed> latest(String organisation, Collection<VerifierKey> witnesses) {
    return witnesses.stream()
        .flatMap(witness -> latest(organisation, witness).stream())
        .sorted(Comparator.comparingLong(Witnessed::size).reversed())
        .toList();
  }

  private List<Witnessed> latest(String organisation, VerifierKey witness) {
    return databases
        .as(Login.PUBLIC)
        .sql(
            """
            select s.size, c.note || s.line from site.cosignature s
            join site.checkpoint c using (organisation, size)
            where s.organisation = ? and s.witness = ? order by s.size desc limit 1
            """)
        .params(organisation, witness.toString())
        .query(
            (row, n) ->
                new Witnessed(witness.name(), row.getLong(1), time(row.getString(2), witness)))
        .list();
  }

  private static Instant time(String note, VerifierKey witness) {
    try {
      SignedNote read = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
      return Cosignature.of(read.signatures().getLast()).time();
    } catch (MalformedException e) {
      throw new IllegalStateException("a cosignature of " + witness.name() + " is none", e);
    }
  }
}
