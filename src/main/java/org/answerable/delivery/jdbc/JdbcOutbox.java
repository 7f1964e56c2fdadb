package org.answerable.delivery.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import org.answerable.delivery.Outbox;
import org.answerable.delivery.Outgoing;
import org.answerable.delivery.Phrase;
import org.answerable.delivery.TakenBack;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.keys.Sealed;
import org.answerable.platform.keys.Sealer;

/** Adds to the outbox in the caller's transaction, sealed. */
final class JdbcOutbox implements Outbox {
  private final Sealer sealer;
  private final Ids ids;

  JdbcOutbox(Sealer sealer, Ids ids) {
    this.sealer = sealer;
    this.ids = ids;
  }

  @Override
  public void add(Connection tx, Outgoing outgoing) throws SQLException {
    UUID message = ids.uuid();
    Sealed text = sealer.seal(outgoing.organisation(), message, outgoing.text());
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into delivery.outbox
              (organisation, message, feedback, number, response, due, attempts, receipt, once,
                question, text_key, text, phrase)
            values (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)
            """)) {
      statement.setString(1, outgoing.organisation());
      statement.setObject(2, message);
      statement.setObject(3, outgoing.feedback());
      statement.setInt(4, outgoing.number());
      statement.setObject(5, outgoing.response());
      statement.setObject(6, outgoing.due().atOffset(ZoneOffset.UTC));
      statement.setBoolean(7, outgoing.receipt());
      statement.setBoolean(8, outgoing.once());
      statement.setBoolean(9, outgoing.question());
      statement.setBytes(10, text.key());
      statement.setBytes(11, text.text());
      Phrase phrase = outgoing.phrase();
      statement.setString(12, phrase == null ? null : phrase.word());
      statement.executeUpdate();
    }
  }

  @Override
  public boolean takeBack(Connection tx, TakenBack response) {
    return Databases.on(tx)
        .sql("select delivery.take_back(?, ?, ?, ?, ?, ?, ?)")
        .params(
            response.organisation(),
            response.feedback(),
            response.response(),
            response.isPublic(),
            response.only(),
            response.unsent().atOffset(ZoneOffset.UTC),
            response.today())
        .query(Boolean.class)
        .single();
  }
}
