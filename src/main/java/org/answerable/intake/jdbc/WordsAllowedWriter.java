package org.answerable.intake.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.answerable.effect.EffectWriter;
import org.answerable.intake.WordsAllowed;
import org.answerable.platform.Databases;
import org.springframework.stereotype.Component;

/** Leaves it to the next slot; what is said again before that takes its place. */
@Component
final class WordsAllowedWriter implements EffectWriter<WordsAllowed> {
  @Override
  public Class<WordsAllowed> type() {
    return WordsAllowed.class;
  }

  /** Rare, so one by one; in an order, so that two batches never wait for each other. */
  @Override
  public void write(Connection tx, List<WordsAllowed> batch) throws SQLException {
    var rows = batch.stream().sorted(comparing(WordsAllowed::feedback)).toList();
    for (WordsAllowed one : rows) {
      Databases.on(tx)
          .sql(
              """
              insert into intake.allowed (organisation, feedback, shown, allowed, day)
              values (?, ?, ?, ?, ?)
              on conflict (organisation, feedback) do update
              set shown = excluded.shown, allowed = excluded.allowed, day = excluded.day
              """)
          .params(one.organisation(), one.feedback(), one.shown(), one.allowed(), one.day())
          .update();
    }
  }
}
