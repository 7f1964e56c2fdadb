package org.answerable.poll.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.answerable.effect.EffectWriter;
import org.answerable.platform.Ids;
import org.answerable.platform.keys.PollKeys;
import org.answerable.poll.Uncounted.Counts;
import org.answerable.poll.VoteInvalid;
import org.springframework.stereotype.Component;

/** Counts texts that could not be read as a vote, together. */
@Component
final class VoteInvalidWriter implements EffectWriter<VoteInvalid> {
  private final UncountedRows uncounted;

  VoteInvalidWriter(PollKeys keys, Ids ids) {
    this.uncounted = new UncountedRows(keys, ids);
  }

  @Override
  public Class<VoteInvalid> type() {
    return VoteInvalid.class;
  }

  @Override
  public void write(Connection tx, List<VoteInvalid> batch) throws SQLException {
    uncounted.write(
        tx,
        batch.stream()
            .collect(
                groupingBy(
                    one -> new UncountedRows.Of(one.organisation(), one.poll()),
                    reducing(Counts.NONE, one -> new Counts(0, 1), Counts::plus))));
  }
}
