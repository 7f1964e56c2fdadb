package org.answerable.responselog.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import org.answerable.platform.Databases;
import org.answerable.responselog.LogStopped;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.Hash;
import org.answerable.tlog.NoteSigner;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.TileWriter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tree's part of a chunk, in its transaction and under the log's lock: begins where the latest
 * checkpoint ends, takes the leaves, signs. A signature is seen by nobody before the commit, so
 * nothing is ever contradicted that anybody saw.
 */
final class GrowingTree {
  private final JdbcClient tx;
  private final String organisation;
  private final NoteSigner signer;
  private final TileWriter writer;

  private GrowingTree(JdbcClient tx, String organisation, NoteSigner signer, TileWriter writer) {
    this.tx = tx;
    this.organisation = organisation;
    this.signer = signer;
    this.writer = writer;
  }

  /**
   * Goes on where a log stands.
   *
   * @throws LogStopped when the rows are not what was signed
   */
  static GrowingTree open(Connection tx, String organisation, LogStand stand, NoteSigner signer) {
    var rows = new TreeRows(tx, organisation, stand.size());
    TileWriter writer = TileWriter.at(stand.size(), rows, rows);
    // nothing has grown yet, so this writes nothing
    if (!writer.finish().equals(stand.head())) {
      throw new LogStopped(
          "The hashes of the log of %s are not those that were signed: somebody changed them in the database."
              .formatted(organisation));
    }
    return new GrowingTree(Databases.on(tx), organisation, signer, writer);
  }

  void append(List<Hash> leaves) {
    leaves.forEach(writer::append);
  }

  /** Writes the hashes above the leaves, and the checkpoint. */
  SignedNote sign() {
    Hash head = writer.finish();
    SignedNote note = new Checkpoint(signer.verifier().name(), writer.size(), head).sign(signer);
    tx.sql(
            "insert into responselog.checkpoint (organisation, size, head, note) values (?, ?, ?,"
                + " ?)")
        .params(
            organisation,
            writer.size(),
            head.bytes(),
            new String(note.bytes(), StandardCharsets.UTF_8))
        .update();
    return note;
  }
}
