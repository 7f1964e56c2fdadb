package org.answerable.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What may be told of an open poll: whole steps, of the last slot. */
@ApplicationTest
class PollStepsIT {
  /** Later than any that the running application counts in. */
  private static final long SLOT = Long.MAX_VALUE / 2;

  @Autowired private PollSteps steps;
  private final PollWorld world;

  PollStepsIT(@Autowired ApplicationContext context) throws SQLException {
    this.world = new PollWorld(context);
  }

  @AfterEach
  void cancelWhatIsOpen() throws SQLException {
    world.cancelWhatIsOpen();
    world.whole.owner().sql("delete from poll.step").update();
  }

  @Test
  void votesAreToldInStepsAtSlotsAlone() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    world.vote(19, "1", "2");
    steps.count(world.home.id(), SLOT, 27);
    assertThat(steps.votes(world.home.id())).containsEntry(poll.reference(), 10);
    assertThat(steps.subscribers(world.home.id())).isEqualTo(20);
    world.vote(1, "2");
    assertThat(steps.isDue(world.home.id(), SLOT)).as("in this slot").isFalse();
    assertThat(steps.votes(world.home.id())).containsEntry(poll.reference(), 10);
    assertThat(steps.isDue(world.home.id(), SLOT + 1)).isTrue();
    steps.count(world.home.id(), SLOT + 1, 27);
    assertThat(steps.votes(world.home.id())).containsEntry(poll.reference(), 20);
    world.close(poll);
    assertThat(steps.votes(world.home.id())).doesNotContainKey(poll.reference());
  }
}
