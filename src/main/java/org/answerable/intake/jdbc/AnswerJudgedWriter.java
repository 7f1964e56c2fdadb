package org.answerable.intake.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.answerable.effect.EffectWriter;
import org.answerable.intake.AnswerJudged;
import org.answerable.platform.Databases;
import org.springframework.stereotype.Component;

/** Leaves it to the next slot; what is said again before that takes its place. */
@Component
final class AnswerJudgedWriter implements EffectWriter<AnswerJudged> {
  @Override
  public Class<AnswerJudged> type() {
    return AnswerJudged.class;
  }

  /** Rare, so one by one; in an order, so that two batches never wait for each other. */
  @Override
  public void write(Connection tx, List<AnswerJudged> batch) throws SQLException {
    var rows = batch.stream().sorted(comparing(AnswerJudged::feedback)).toList();
    for (AnswerJudged one : rows) {
      Databases.on(tx)
          .sql(
              """
              insert into intake.judgement (organisation, feedback, verdict, day)
              values (?, ?, ?, ?)
              on conflict (organisation, feedback) do update
              set verdict = excluded.verdict, day = excluded.day
              """)
          .params(one.organisation(), one.feedback(), one.verdict().words(), one.day())
          .update();
    }
  }
}
