package org.answerable.intake.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.answerable.confidential.AccountNotes;
import org.answerable.confidential.ConfidedTexts;
import org.answerable.confidential.Unopened;
import org.answerable.confidential.Unopened.What;
import org.answerable.effect.EffectWriter;
import org.answerable.intake.FeedbackWithdrawn;
import org.answerable.platform.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes at once what nobody has seen, or a focal point alone; the rest waits for its slot. */
@Component
final class FeedbackWithdrawnWriter implements EffectWriter<FeedbackWithdrawn> {
  private final ConfidedTexts confided;
  private final AccountNotes notes;

  FeedbackWithdrawnWriter(ConfidedTexts confided, AccountNotes notes) {
    this.confided = confided;
    this.notes = notes;
  }

  @Override
  public Class<FeedbackWithdrawn> type() {
    return FeedbackWithdrawn.class;
  }

  /** Rare, so one by one; in an order, so that two batches never wait for each other. */
  @Override
  public void write(Connection tx, List<FeedbackWithdrawn> batch) throws SQLException {
    var rows = batch.stream().sorted(Comparator.comparing(FeedbackWithdrawn::feedback)).toList();
    JdbcClient client = Databases.on(tx);
    for (FeedbackWithdrawn one : rows) {
      waitForTheSlot(client, one);
      note(client, one);
      notes.add(tx, one.organisation(), delete(client, one));
      confided.withdraw(tx, one.organisation(), one.reference(), one.day());
    }
  }

  /** What it was stays accounted for. */
  private static List<Unopened> delete(JdbcClient tx, FeedbackWithdrawn one) {
    return tx.sql(
            """
            delete from intake.part where organisation = ? and feedback = ? and not shown
            returning salt, text_hash, reference
            """)
        .params(one.organisation(), one.feedback())
        .query(
            (row, n) ->
                new Unopened(What.ASIDE, row.getBytes(1), row.getBytes(2), row.getString(3)))
        .list();
  }

  /** A slot that runs now has taken texts up: it must not release one that loses its texts here. */
  private static void waitForTheSlot(JdbcClient tx, FeedbackWithdrawn one) {
    tx.sql("select pg_advisory_xact_lock_shared(hashtextextended('release/' || ?, 0))")
        .param(one.organisation())
        .query((row, n) -> true)
        .single();
  }

  private static void note(JdbcClient tx, FeedbackWithdrawn one) {
    tx.sql("insert into intake.withdrawal values (?, ?) on conflict do nothing")
        .params(one.organisation(), one.feedback())
        .update();
    tx.sql(
            """
            update responselog.receipt set withdrawn = coalesce(withdrawn, ?)
            where organisation = ? and commitment = ?
            """)
        .params(one.day(), one.organisation(), one.commitment())
        .update();
  }
}
