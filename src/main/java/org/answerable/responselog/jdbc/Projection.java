package org.answerable.responselog.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.answerable.platform.Databases;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Entry.AdditionOpened;
import org.answerable.responselog.Entry.Committed;
import org.answerable.responselog.Entry.Opened;
import org.answerable.responselog.Entry.Overdue;
import org.answerable.responselog.Entry.ResponsePublished;
import org.answerable.responselog.Entry.StatusChanged;
import org.answerable.responselog.Entry.WordsPublished;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where each public feedback and its receipt stand, derived from the entries in their order, in the
 * transaction that appends them.
 */
final class Projection {
  private final JdbcClient tx;
  private final String organisation;

  Projection(Connection tx, String organisation) {
    this.tx = Databases.on(tx);
    this.organisation = organisation;
  }

  /**
   * @param first the index of the first of them
   */
  void apply(long first, List<Entry> entries) throws SQLException {
    long index = first;
    for (Entry entry : entries) {
      apply(index++, entry);
    }
  }

  private void apply(long index, Entry entry) {
    switch (entry) {
      case Committed e -> {}
      case AdditionOpened e -> {}
      case Opened e -> opened(index, e);
      case StatusChanged e -> statusChanged(e);
      case ResponsePublished e -> responsePublished(e);
      case WordsPublished e ->
          tx.sql(
                  """
                  update responselog.feedback set words = ?
                  where organisation = ? and reference = ?
                  """)
              .params(e.words(), organisation, e.reference())
              .update();
      case Overdue e ->
          tx.sql(
                  """
                  update responselog.feedback set overdue = true, with_role = ?
                  where organisation = ? and reference = ?
                  """)
              .params(e.to(), organisation, e.reference())
              .update();
    }
  }

  private void opened(long index, Opened e) {
    tx.sql(
            """
            insert into responselog.feedback (organisation, reference, opened, day, kind, topic, role,
              with_role, status, due, overdue, commitment)
            values (:organisation, :reference, :opened, :day, :kind, :topic, :role, :role, 'released',
              :due, false, :commitment)
            """)
        .param("organisation", organisation)
        .param("reference", e.reference())
        .param("opened", index)
        .param("day", e.asked())
        .param("kind", e.kind().word())
        .param("topic", e.topic())
        .param("role", e.role())
        .param("due", e.due())
        .param("commitment", e.commitment())
        .update();
    tx.sql(
            """
            update responselog.receipt set due = :due
            where organisation = :organisation and commitment = :commitment
            """)
        .param("due", e.due())
        .param("organisation", organisation)
        .param("commitment", e.commitment())
        .update();
  }

  private void statusChanged(StatusChanged e) {
    tx.sql(
            """
            update responselog.feedback
            set status = :status, kind = :kind, topic = :topic, with_role = :withRole, due = :due
            where organisation = :organisation and reference = :reference
            """)
        .param("status", e.status())
        .param("kind", e.kind().word())
        .param("topic", e.topic())
        .param("withRole", e.withRole())
        .param("due", e.due())
        .param("organisation", organisation)
        .param("reference", e.reference())
        .update();
    tx.sql(
            """
            update responselog.receipt r set due = f.due
            from responselog.feedback f
            where f.organisation = ? and f.reference = ?
              and r.organisation = f.organisation and r.commitment = f.commitment
            """)
        .params(organisation, e.reference())
        .update();
  }

  private void responsePublished(ResponsePublished e) {
    tx.sql(
            """
            update responselog.feedback
            set status = 'answered', decision = ?, response = ?, responded = coalesce(responded, ?)
            where organisation = ? and reference = ?
            """)
        .params(e.decision(), e.response(), e.day(), organisation, e.reference())
        .update();
    tx.sql(
            """
            update responselog.receipt r set answered = f.responded
            from responselog.feedback f
            where f.organisation = ? and f.reference = ?
              and r.organisation = f.organisation and r.commitment = f.commitment
            """)
        .params(organisation, e.reference())
        .update();
  }
}
