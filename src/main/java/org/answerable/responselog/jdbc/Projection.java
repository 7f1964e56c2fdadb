package org.answerable.responselog.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerable.platform.Databases;
import org.answerable.platform.SqlArray;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Entry.Accounted;
import org.answerable.responselog.Entry.AdditionOpened;
import org.answerable.responselog.Entry.CommitmentKept;
import org.answerable.responselog.Entry.CommitmentMissed;
import org.answerable.responselog.Entry.Committed;
import org.answerable.responselog.Entry.ConfigurationChanged;
import org.answerable.responselog.Entry.Correction;
import org.answerable.responselog.Entry.Echoed;
import org.answerable.responselog.Entry.InConfidence;
import org.answerable.responselog.Entry.OfPoll;
import org.answerable.responselog.Entry.Opened;
import org.answerable.responselog.Entry.Overdue;
import org.answerable.responselog.Entry.Redaction;
import org.answerable.responselog.Entry.ReferralAnswered;
import org.answerable.responselog.Entry.ReferralUnanswered;
import org.answerable.responselog.Entry.ResponsePublished;
import org.answerable.responselog.Entry.StatusChanged;
import org.answerable.responselog.Entry.Withdrawal;
import org.answerable.responselog.Entry.WordsPublished;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PublicFeedback;
import org.answerable.responselog.Statement;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.SignedNote;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where each public feedback and its receipt stand, derived from the entries in their order, in the
 * transaction that appends them.
 */
final class Projection {
  /** The decisions after which something is still to be done. */
  private static final Set<String> OPEN_ENDED = Set.of("will-do", "referred");

  private final Connection connection;
  private final JdbcClient tx;
  private final String organisation;
  private final PromiseProjection promises;
  private final PlacingProjection placing;
  private final Erased erased;

  Projection(Connection tx, String organisation) {
    this.connection = tx;
    this.tx = Databases.on(tx);
    this.organisation = organisation;
    this.promises = new PromiseProjection(this.tx, organisation);
    this.placing = new PlacingProjection(this.tx, organisation);
    this.erased = new Erased(this.tx, organisation);
  }

  /**
   * Feedbacks are opened first and together: nothing is said of one before.
   *
   * @param first the index of the first of them
   */
  void apply(long first, List<Entry> entries) throws SQLException {
    var opened = new ArrayList<OpenedAt>();
    var committed = new ArrayList<CommittedAt>();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof Opened entry) {
        opened.add(new OpenedAt(first + i, entry));
      } else if (entries.get(i) instanceof Committed entry) {
        committed.add(new CommittedAt(first + i, entry));
      }
    }
    if (!committed.isEmpty()) {
      setIndex(committed);
    }
    if (!opened.isEmpty()) {
      addFeedbacks(opened);
      setDue(opened);
    }
    entries.forEach(this::apply);
  }

  private void apply(Entry entry) {
    switch (entry) {
      case Committed e -> {}
      case AdditionOpened e -> {}
      case Opened e -> {}
      case ConfigurationChanged e -> {}
      case OfPoll e -> ofPoll(e);
      case Accounted e -> accounted(e);
      case StatusChanged e -> statusChanged(e);
      case ResponsePublished e -> responsePublished(e);
      case Entry.Statement e -> stated(e);
      case CommitmentKept e -> promises.kept(e.day(), e.what(), e.words());
      case CommitmentMissed e -> promises.missed(e.day(), e.what());
      case ReferralAnswered e -> promises.kept(e.day(), e.body(), e.words());
      case ReferralUnanswered e -> promises.missed(e.day(), e.body());
      case WordsPublished e ->
          tx.sql(
                  """
                  update responselog.feedback set words = ?
                  where organisation = ? and reference = ?
                  """)
              .params(e.words(), organisation, e.reference())
              .update();
      case Correction e ->
          tx.sql(
                  """
                  update responselog.feedback set response = ?
                  where organisation = ? and reference = ? and response = ?
                  """)
              .params(e.to(), organisation, e.reference(), e.of())
              .update();
      case Redaction e -> erased.erase(e.of());
      case Echoed e -> echoed(e);
      case InConfidence e -> inConfidence(e);
      case Withdrawal e -> withdrawn(e);
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

  private void ofPoll(OfPoll e) {
    switch (e.news()) {
      case PollNews.Removed removed -> erased.erase(removed.of());
      case PollNews.PriorityAnswered answered -> promises.made(e);
      case PollNews.Announced announced -> placing.announced(e.reference(), announced);
      case PollNews.Cancelled cancelled -> placing.cancelled(e.reference(), e.day());
      case PollNews.Closed closed -> {}
      case PollNews.Tallied tallied -> {}
      case PollNews.Late late -> {}
      case PollNews.PriorityOverdue overdue -> {}
    }
  }

  /** What the pages say of it; what is no statement, only who checks the log says. */
  private void accounted(Accounted e) {
    SignedNote note;
    try {
      note = SignedNote.parse(e.statement().getBytes(StandardCharsets.UTF_8));
    } catch (MalformedException odd) {
      return;
    }
    Optional<String> letters = Statement.letters(note.signatures().getFirst().name());
    Optional<Statement> statement = Statement.parse(note.text());
    if (letters.isPresent() && statement.isPresent()) {
      tx.sql(
              """
              insert into responselog.accounted (organisation, size, until, letters)
              values (?, ?, ?, ?) on conflict do nothing
              """)
          .params(organisation, statement.get().size(), statement.get().until(), letters.get())
          .update();
    }
  }

  /** Whoever has the receipt of a text can have it proven from now on. */
  private void setIndex(List<CommittedAt> committed) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update responselog.receipt r set index = m.index
            from unnest(?::bytea[], ?::bigint[]) as m(commitment, index)
            where r.organisation = ? and r.commitment = m.commitment
            """)) {
      update.setArray(
          1, SqlArray.of(connection, "bytea", committed, one -> one.entry.commitment()));
      update.setArray(2, SqlArray.of(connection, "bigint", committed, CommittedAt::index));
      update.setString(3, organisation);
      update.executeUpdate();
    }
  }

  private void addFeedbacks(List<OpenedAt> opened) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into responselog.feedback (organisation, reference, opened, day, kind, topic, role,
              with_role, status, due, overdue, commitment)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'released', ?, false, ?)
            """)) {
      for (OpenedAt one : opened) {
        Opened e = one.entry;
        insert.setString(1, organisation);
        insert.setString(2, e.reference());
        insert.setLong(3, one.index);
        insert.setObject(4, e.asked());
        insert.setString(5, e.kind().word());
        insert.setString(6, e.topic());
        insert.setString(7, e.role());
        insert.setString(8, e.role());
        insert.setObject(9, e.due(), Types.DATE);
        insert.setBytes(10, e.commitment());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void setDue(List<OpenedAt> opened) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update responselog.receipt r set due = m.due
            from unnest(?::bytea[], ?::date[]) as m(commitment, due)
            where r.organisation = ? and r.commitment = m.commitment
            """)) {
      update.setArray(1, SqlArray.of(connection, "bytea", opened, one -> one.entry.commitment()));
      update.setArray(2, SqlArray.of(connection, "date", opened, one -> one.entry.due()));
      update.setString(3, organisation);
      update.executeUpdate();
    }
  }

  private void statusChanged(StatusChanged e) {
    tx.sql(
            """
            update responselog.feedback
            set status = :status, kind = :kind, topic = :topic, with_role = :withRole,
              due = case when :disputed or again is not null then due else :due end,
              again = case when :disputed or again is not null then :due else again end,
              overdue = overdue and not :disputed,
              resolved = case when not :disputed then resolved end,
              waits_since = case when :status = 'asked' then coalesce(waits_since, :day) end
            where organisation = :organisation and reference = :reference
            """)
        .param("status", e.status())
        .param("disputed", e.status().equals(PublicFeedback.DISPUTED))
        .param("kind", e.kind().word())
        .param("topic", e.topic())
        .param("withRole", e.withRole())
        .param("due", e.due())
        .param("day", e.day())
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

  private void stated(Entry.Statement e) {
    tx.sql(
            """
            insert into responselog.statement
              (organisation, hash, about, role, day, from_day, until_day, amends)
            values (:organisation, :text, :about, :role, :day, :from, :until, :amends)
            """)
        .param("organisation", organisation)
        .param("text", e.text())
        .param("about", e.about())
        .param("role", e.role())
        .param("day", e.day())
        .param("from", e.from(), Types.DATE)
        .param("until", e.until(), Types.DATE)
        .param("amends", e.amends(), Types.BINARY)
        .update();
  }

  private void responsePublished(ResponsePublished e) {
    promises.made(e);
    tx.sql(
            """
            update responselog.feedback
            set status = 'answered', decision = :decision, response = :response,
              responded = coalesce(responded, :day),
              resolved = case when :settled then coalesce(resolved, :day) end
            where organisation = :organisation and reference = :reference
            """)
        .param("decision", e.decision())
        .param("response", e.response())
        .param("day", e.day())
        .param("settled", !OPEN_ENDED.contains(e.decision()))
        .param("organisation", organisation)
        .param("reference", e.reference())
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

  private void echoed(Echoed e) {
    tx.sql(
            """
            update responselog.feedback
            set echoes = ?, supported = case when ? then coalesce(supported, ?) else supported end
            where organisation = ? and reference = ?
            """)
        .params(e.count(), e.isEnough(), e.day(), organisation, e.reference())
        .update();
  }

  private void inConfidence(InConfidence e) {
    tx.sql(
            """
            insert into responselog.in_confidence
              (organisation, quarter, received, answered, late, set_aside)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(organisation, e.quarter(), e.received(), e.answered(), e.late(), e.setAside())
        .update();
  }

  /** Its published words go with it: the log keeps their salted hash alone. */
  private void withdrawn(Withdrawal e) {
    erased.eraseWords(e.reference());
    tx.sql(
            """
            update responselog.feedback
            set status = 'withdrawn', due = case when responded is null then null else due end
            where organisation = ? and reference = ?
            """)
        .params(organisation, e.reference())
        .update();
  }

  private record OpenedAt(long index, Opened entry) {}

  private record CommittedAt(long index, Committed entry) {}
}
