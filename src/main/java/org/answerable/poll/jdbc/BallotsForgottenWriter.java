package org.answerable.poll.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.answerable.effect.EffectWriter;
import org.answerable.platform.SqlArray;
import org.answerable.platform.keys.KeyRefused;
import org.answerable.platform.keys.PollKeys;
import org.answerable.poll.BallotBox;
import org.answerable.poll.BallotsForgotten;
import org.answerable.poll.Voter;
import org.springframework.stereotype.Component;

/** Removes the live ballots of whoever is forgotten. */
@Component
final class BallotsForgottenWriter implements EffectWriter<BallotsForgotten> {
  private final BallotBox box;

  BallotsForgottenWriter(PollKeys keys) {
    this.box = new BallotBox(keys);
  }

  @Override
  public Class<BallotsForgotten> type() {
    return BallotsForgotten.class;
  }

  @Override
  public void write(Connection tx, List<BallotsForgotten> batch) throws SQLException {
    var rows =
        batch.stream().flatMap(this::rows).sorted(comparing(Row::voter, Arrays::compare)).toList();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            delete from poll.ballot b using unnest(?::text[], ?::text[], ?::bytea[]) as m(o, p, v)
            where b.organisation = m.o and b.poll = m.p and b.voter = m.v
            """)) {
      statement.setArray(1, SqlArray.of(tx, "text", rows, Row::organisation));
      statement.setArray(2, SqlArray.of(tx, "text", rows, Row::poll));
      statement.setArray(3, SqlArray.of(tx, "bytea", rows, Row::voter));
      statement.executeUpdate();
    }
  }

  /** A poll that was closed just now has no live ballots. */
  private Stream<Row> rows(BallotsForgotten one) {
    return one.polls().stream()
        .flatMap(
            poll -> {
              try {
                return Stream.of(
                    new Row(
                        one.organisation(),
                        poll,
                        box.voter(one.organisation(), poll, new Voter.Person(one.who()))));
              } catch (KeyRefused closed) {
                return Stream.empty();
              }
            });
  }

  private record Row(String organisation, String poll, byte[] voter) {
    @Override
    public String toString() {
      return "Row[redacted]";
    }
  }
}
