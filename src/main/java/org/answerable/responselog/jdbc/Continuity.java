package org.answerable.responselog.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerable.responselog.Entry;
import org.answerable.responselog.LogStopped;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.Hash;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.NoteSigner;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sees that a log goes on from what it signed, and not from something older or somebody else's. */
final class Continuity {
  private final LogSigners signers;
  private final NotedCheckpoints noted;
  private final Set<String> anew;

  /**
   * @param anew whose logs may go on under another key where they can't under theirs
   */
  Continuity(LogSigners signers, NotedCheckpoints noted, Set<String> anew) {
    this.signers = signers;
    this.noted = noted;
    this.anew = Set.copyOf(anew);
  }

  /**
   * A log that may go on.
   *
   * @param first what has to be said first
   */
  record Going(LogStand stand, NoteSigner signer, Optional<Entry> first) {}

  /**
   * Lets a log go on, or begin; under the log's lock.
   *
   * @throws LogStopped when it may not
   */
  Going open(JdbcClient tx, String organisation, LocalDate today) {
    Optional<LogStand> found = LogStand.read(tx, LogStand.TABLES, organisation);
    refuseUnsigned(tx, LogStand.TABLES, organisation, found.map(LogStand::size).orElse(0L));
    boolean isAsked = anew.contains(organisation);
    if (found.isEmpty()) {
      return first(tx, organisation, isAsked, today);
    }
    LogStand stand = found.get();
    try {
      NoteSigner signer = signer(tx, LogStand.TABLES, organisation, stand);
      return new Going(stand, signer, Optional.empty());
    } catch (LogStopped e) {
      if (!isAsked) {
        throw e;
      }
    }
    return anew(tx, organisation, stand, today);
  }

  /** Of a database without a log, which may be a copy from before it began. */
  private Going first(JdbcClient tx, String organisation, boolean isAsked, LocalDate today) {
    // with no entry it is the note of a beginning that was never committed
    Optional<SignedNote> last =
        noted.read(organisation).filter(note -> checkpoint(note).size() > 0);
    if (last.isPresent() && !isAsked) {
      throw older(organisation, 0, last.get());
    }
    int number = last.isPresent() ? LogSigners.FIRST + 1 : LogSigners.FIRST;
    return under(tx, organisation, number, signers.origin(organisation), 0, Hash.EMPTY, today);
  }

  /** Nobody can tell that this is all that was signed, so it is not said under the same key. */
  private Going anew(JdbcClient tx, String organisation, LogStand stand, LocalDate today) {
    int next = stand.number() + 1;
    Going going = under(tx, organisation, next, stand.origin(), stand.size(), stand.head(), today);
    Entry said = new Entry.LogKeyChanged(today, going.stand.vkey(), stand.size());
    return new Going(going.stand, going.signer, Optional.of(said));
  }

  private Going under(
      JdbcClient tx,
      String organisation,
      int number,
      String origin,
      long size,
      Hash head,
      LocalDate today) {
    NoteSigner signer = signers.of(organisation, number, origin);
    String vkey = signer.verifier().toString();
    if (noted.read(organisation).isEmpty()) {
      // before the commit: killed right behind it, a log without a note would stand still
      noted.write(organisation, new Checkpoint(origin, size, head).sign(signer).bytes());
    }
    tx.sql(
            """
            insert into responselog.log (organisation, number, origin, vkey, size, begun)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(organisation, number, origin, vkey, size, today)
        .update();
    return new Going(new LogStand(number, origin, vkey, size, head), signer, Optional.empty());
  }

  /**
   * Who signs on.
   *
   * @param schema where the checkpoints are read
   * @throws LogStopped when nobody may
   */
  NoteSigner signer(JdbcClient db, String schema, String organisation, LogStand stand) {
    NoteSigner signer = signers.of(organisation, stand);
    Optional<SignedNote> last = noted.read(organisation);
    if (last.isEmpty()) {
      if (stand.size() > 0) {
        throw unknown(organisation, stand.size());
      }
      return signer;
    }
    boolean same =
        last.get().isSignedBy(signer.verifier())
            ? isStill(db, schema, organisation, stand, checkpoint(last.get()))
            : isSignedBefore(db, schema, organisation, last.get());
    if (!same) {
      throw older(organisation, stand.size(), last.get());
    }
    return signer;
  }

  private static LogStopped older(String organisation, long size, SignedNote last) {
    return new LogStopped(
        "The log of %s is not the one that was published: this copy of the database is an older one, with %d entries, where %d were signed. Restore a newer copy; where there is none, 'keys begin-anew %1$s' lets it go on under another key, which everybody sees."
            .formatted(organisation, size, checkpoint(last).size()));
  }

  private static LogStopped unknown(String organisation, long size) {
    return new LogStopped(
        "Nothing here tells whether the log of %s, with %d entries, is all that was published: its note log.seen is missing in the folder of its keys. Put back the latest one, from the machine of before or from the copy of the keys; where there is none, 'keys begin-anew %1$s' lets it go on under another key, which everybody sees."
            .formatted(organisation, size));
  }

  /**
   * Rows that were written by nobody who signs.
   *
   * @param schema where they are read
   * @param size of the tree that was signed
   * @throws LogStopped when there are some
   */
  static void refuseUnsigned(JdbcClient db, String schema, String organisation, long size) {
    boolean unsigned =
        db.sql(
                """
                select exists (
                  select from %1$s.entry where organisation = :organisation and index >= :size)
                or exists (
                  select from generate_series(1, 7) l where exists (
                    select from %1$s.node n where n.organisation = :organisation
                      and n.level = l and n.index >= :size >> 8 * l))
                """
                    .formatted(schema))
            .param("organisation", organisation)
            .param("size", size)
            .query(Boolean.class)
            .single();
    if (unsigned) {
      throw new LogStopped(
          "Somebody put rows into the log of %s that were never signed, behind entry %d: find out who, and take them out of the database."
              .formatted(organisation, size - 1));
    }
  }

  private static Checkpoint checkpoint(SignedNote note) {
    try {
      return Checkpoint.of(note);
    } catch (MalformedException e) {
      throw new IllegalStateException("we signed what is no checkpoint", e);
    }
  }

  /** Whether the tree of that size is the one that was signed. */
  private static boolean isStill(
      JdbcClient db, String schema, String organisation, LogStand stand, Checkpoint signed) {
    if (signed.size() == stand.size()) {
      return signed.head().equals(stand.head());
    }
    if (signed.size() == 0) {
      return true;
    }
    return db.sql(
            "select head from %s.checkpoint where organisation = ? and size = ?".formatted(schema))
        .params(organisation, signed.size())
        .query((row, n) -> Hash.of(row.getBytes(1)))
        .optional()
        .equals(Optional.of(signed.head()));
  }

  /** Whether it is from before the log went on under its present key. */
  private static boolean isSignedBefore(
      JdbcClient db, String schema, String organisation, SignedNote note) {
    List<VerifierKey> known = new ArrayList<>();
    for (String vkey :
        db.sql("select vkey from %s.log where organisation = ?".formatted(schema))
            .param(organisation)
            .query(String.class)
            .list()) {
      try {
        known.add(VerifierKey.parse(vkey));
      } catch (MalformedException e) {
        return false; // no row of ours
      }
    }
    return note.verify(known) instanceof SignedNote.Verdict.Signed;
  }

  /**
   * Notes what the database has beyond the note, as after a kill between commit and note; under the
   * log's lock.
   *
   * @throws LogStopped when it does not go on from what is noted
   */
  void catchUp(JdbcClient tx, String organisation) {
    Optional<LogStand> found =
        LogStand.read(tx, LogStand.TABLES, organisation).filter(stand -> stand.size() > 0);
    if (found.isEmpty()) {
      return;
    }
    signer(tx, LogStand.TABLES, organisation, found.get());
    String latest =
        tx.sql("select note from responselog.checkpoint where organisation = ? and size = ?")
            .params(organisation, found.get().size())
            .query(String.class)
            .single();
    noted.write(organisation, latest.getBytes(StandardCharsets.UTF_8));
  }

  /** Notes what is committed. */
  void note(String organisation, SignedNote note) {
    noted.write(organisation, note.bytes());
  }
}
