package org.answerable.intake.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.answerable.intake.Aside;
import org.answerable.intake.Reading;
import org.answerable.intake.ReadingMade;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Sensitivity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What readers decided, in the transaction that applies it. */
final class DecisionRows {
  /** The words of {@code intake.decision.what}; {@link Aside#words} are the others. */
  static final String FEEDBACK = "feedback";

  static final String CONFIDENTIAL = "confidential";

  /** Days that a decision is kept for, so that a second reader is told of it. */
  static final int KEPT_DAYS = 2;

  private final JdbcClient tx;
  private final Organisation organisation;
  private final SetAsideRows setAside;

  DecisionRows(JdbcClient tx, Organisation organisation) {
    this.tx = tx;
    this.organisation = organisation;
    this.setAside = new SetAsideRows(tx, organisation);
  }

  /**
   * Applies what was decided about what still waits.
   *
   * @return how many
   */
  int apply() {
    return apply("true");
  }

  /** The same before the slot, of one feedback, if it is for a focal point alone. */
  void applyConfidential(UUID feedback) {
    apply("d.feedback = ? and d.what = ?", feedback, CONFIDENTIAL);
  }

  private int apply(String which, Object... params) {
    List<Decision> decisions =
        tx.sql(
                """
                update intake.decision d set applied = true from intake.given g
                where d.organisation = ? and not d.applied
                  and g.organisation = d.organisation and g.feedback = d.feedback
                  and %s
                returning d.feedback, d.what, d.topic, d.kind, d.sensitivity, d.excluded, d.day as decided,
                  g.aside, g.day
                """
                    .formatted(which))
            .param(organisation.id())
            .params(List.of(params))
            .query(DecisionRows::decision)
            .list();
    decisions.forEach(this::apply);
    return decisions.size();
  }

  /**
   * What was decided about what was released before, or was released meanwhile. A decision that
   * came since {@link #apply()} about what still waits is left to the next slot.
   */
  List<ReadingMade> takeOfReleased() {
    return new ArrayList<>(
        tx.sql(
                """
                update intake.decision d set applied = true
                where d.organisation = ? and not d.applied
                  and not exists (select from intake.given g
                    where g.organisation = d.organisation and g.feedback = d.feedback)
                returning d.feedback, d.what, d.topic, d.kind, d.sensitivity, d.excluded
                """)
            .param(organisation.id())
            .query(
                (row, n) ->
                    new ReadingMade(
                        organisation.id(), row.getObject("feedback", UUID.class), reading(row)))
            .list());
  }

  void forget(LocalDate today) {
    tx.sql("delete from intake.decision where organisation = ? and applied and day < ?")
        .params(organisation.id(), today.minusDays(KEPT_DAYS))
        .update();
  }

  private void apply(Decision decision) {
    Aside before = decision.before;
    if (before != null) {
      setAside.count(before, decision.day, -1);
    }
    switch (decision.reading) {
      case Reading.Sorting sorting -> sort(decision.feedback, sorting);
      case Reading.SetAside(var why) -> {
        setAside.count(why, decision.day, 1);
        tx.sql(
                """
                update intake.given set aside = ?, aside_day = ?, round = round + 1
                where organisation = ? and feedback = ?
                """)
            .params(why.words(), decision.decided, organisation.id(), decision.feedback)
            .update();
      }
      case Reading.Confidential() ->
          tx.sql(
                  """
                  update intake.given set sensitivity = 'S3', round = round + 1
                  where organisation = ? and feedback = ?
                  """)
              .params(organisation.id(), decision.feedback)
              .update();
    }
  }

  private void sort(UUID feedback, Reading.Sorting sorting) {
    tx.sql(
            """
            update intake.given set aside = null, sorted = true, topic = :topic,
              kind = case when kind = :proposal then kind else :kind end,
              sensitivity = greatest(sensitivity, :sensitivity), round = round + 1,
              excluded = array(select distinct unnest(excluded || cast(:excluded as text[])) order by 1)
            where organisation = :organisation and feedback = :feedback
            """)
        .param("topic", sorting.topic())
        .param("kind", sorting.kind().word())
        .param("proposal", Kind.PROPOSAL.word())
        .param(
            "sensitivity", organisation.sensitivity(sorting.sensitivity(), sorting.topic()).name())
        .param("excluded", excluded(sorting))
        .param("organisation", organisation.id())
        .param("feedback", feedback)
        .update();
  }

  private static Decision decision(ResultSet row, int n) throws SQLException {
    String aside = row.getString("aside");
    return new Decision(
        row.getObject("feedback", UUID.class),
        reading(row),
        aside == null ? null : Aside.ofWords(aside),
        row.getObject("day", LocalDate.class),
        row.getObject("decided", LocalDate.class));
  }

  static Reading reading(ResultSet row) throws SQLException {
    String what = row.getString("what");
    return switch (what) {
      case CONFIDENTIAL -> new Reading.Confidential();
      case FEEDBACK ->
          new Reading.Sorting(
              row.getString("topic"),
              Kind.ofWord(row.getString("kind")),
              Sensitivity.valueOf(row.getString("sensitivity")),
              names(row.getArray("excluded")));
      default -> new Reading.SetAside(Aside.ofWords(what));
    };
  }

  static String what(Reading reading) {
    return switch (reading) {
      case Reading.Sorting sorting -> FEEDBACK;
      case Reading.SetAside(var why) -> why.words();
      case Reading.Confidential() -> CONFIDENTIAL;
    };
  }

  static String[] excluded(Reading reading) {
    return reading instanceof Reading.Sorting sorting
        ? sorting.excluded().stream().sorted().toArray(String[]::new)
        : new String[0];
  }

  static Set<String> names(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }

  /**
   * @param before why it was set aside until then; null: it was not
   * @param day on which it was given
   * @param decided the day of the decision
   */
  private record Decision(
      UUID feedback, Reading reading, @Nullable Aside before, LocalDate day, LocalDate decided) {

    @Override
    public String toString() {
      return "Decision[redacted]";
    }
  }
}
