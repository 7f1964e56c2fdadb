package org.answerable.poll;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.poll.Uncounted.Counts;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.Staging;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The close, with nodes that are killed, several at once, and votes that come meanwhile. */
@ApplicationTest
class PollCloseIT {
  @Autowired private Inbound inbound;
  @Autowired private Databases databases;
  @Autowired private Ballots ballots;
  @Autowired private Priorities priorities;
  @Autowired private Staging staging;
  @Autowired private Electorate electorate;
  @Autowired private Ids ids;
  @Autowired private Uncounted uncounted;
  @Autowired private Closing closing;
  @Autowired private PollSweep sweep;
  private final PollWorld world;

  PollCloseIT(@Autowired ApplicationContext context) throws SQLException {
    this.world = new PollWorld(context);
  }

  @AfterEach
  void cancelWhatIsOpen() throws SQLException {
    world.cancelWhatIsOpen();
  }

  /** R8: one vote a constituent, however many deliveries come at once. */
  @Test
  void manyDeliveriesAtOnceAreOneVote() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    List<Callable<Reply>> calls = new ArrayList<>();
    for (int voter = 0; voter < 12; voter++) {
      String phone = PollWorld.phone();
      for (int text = 0; text < 4; text++) {
        IncomingMessage in = PollWorld.message(phone, String.valueOf(1 + text));
        calls.add(() -> inbound.take(in));
        calls.add(() -> inbound.take(in));
      }
    }
    PollWorld.atOnce(calls);
    assertThat(world.live(poll)).isEqualTo(12);
    assertThat(world.uncounted(poll)).as("each but the last").isEqualTo(new Counts(36, 0));
    world.close(poll);
    assertThat(world.loose(poll)).isEqualTo(12);
  }

  /** What nobody can read, and what comes late, by whoever sends it more than once. */
  @Test
  void whatDoesNotCountIsCountedOnceHoweverOftenItIsDelivered() throws Exception {
    PollTerms terms = namingAlone("solar lamp");
    Poll poll = world.openPoll(terms);
    world.vote(24, "3 1 2", "1 2");
    manyTimes("3 1 9", 11);
    assertThat(world.uncounted(poll)).isEqualTo(new Counts(0, 11));
    world.close(poll);
    assertThat(world.whole.count("poll.uncounted where poll = ?", poll.reference())).isZero();
    manyTimes("VOTE solar lamp", 21);
    PublishedPoll before = world.published(poll);
    assertThat(requireNonNull(before.tallied()).uncounted())
        .isEqualTo(new PollNews.Uncounted("<10", "10+"));
    sweep.run(world.home, terms.closes().plus(PollLimits.REMEMBERED));
    world.sequence();
    assertThat(world.published(poll).late()).as("nothing moves until its day").isNull();

    LocalDate told = terms.closes().plus(PollLimits.REMEMBERED).plusDays(1);
    sweepsAtOnce(told);
    manyTimes("VOTE solar lamp", 2);
    sweepsAtOnce(told.plusDays(1));
    world.sequence();
    assertThat(world.published(poll).late()).isEqualTo(new PollNews.Late("20+"));
    assertThat(world.whole.count("poll.late where poll = ?", poll.reference())).isZero();
    assertThat(
            world.whole.count(
                "responselog.entry where reference = ? and type = 'late votes'", poll.reference()))
        .isEqualTo(1);
  }

  /** One option has a name that no other poll has: what comes late is for it. */
  private PollTerms namingAlone(String name) {
    PollTerms terms = world.terms(Form.ORDER);
    List<Map<String, String>> labels = new ArrayList<>();
    terms.options().forEach(option -> labels.add(option.labels()));
    labels.set(3, Map.of("en", name, "sw", name, "fr", name));
    return terms.saying(terms.question(), labels, terms.askedBy(), List.of());
  }

  /** By so many people, five times each, at once. */
  private void manyTimes(String text, int people) throws Exception {
    List<Callable<Reply>> calls = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      IncomingMessage in = PollWorld.message(PollWorld.phone(), text);
      calls.addAll(Collections.nCopies(5, () -> inbound.take(in)));
    }
    PollWorld.atOnce(calls);
  }

  private void sweepsAtOnce(LocalDate day) throws Exception {
    Callable<Boolean> one =
        () -> {
          sweep.run(world.home, day);
          return true;
        };
    PollWorld.atOnce(Collections.nCopies(4, one));
  }

  /** Of few votes nothing but the winner is told, and nothing is kept for it. */
  @Test
  void ofFewVotesNothingThatDoesNotCountIsTold() throws Exception {
    PollTerms terms = namingAlone("rain barrel");
    Poll poll = world.openPoll(terms);
    world.vote(9, "3 1 2");
    world.vote(12, "3 1 9");
    world.close(poll);
    world.vote(3, "VOTE rain barrel");
    assertThat(requireNonNull(world.published(poll).tallied()).uncounted()).isNull();
    assertThat(world.whole.count("poll.late where poll = ?", poll.reference())).isZero();
    sweep.run(world.home, terms.closes().plusDays(30));
    world.sequence();
    assertThat(world.published(poll).late()).isNull();
  }

  @Test
  void whatIsCancelledLeavesNoCounts() throws Exception {
    Poll poll = world.openPoll(Form.ORDER);
    world.vote(3, "3 1 9");
    assertThat(world.uncounted(poll)).isEqualTo(new Counts(0, 3));
    world.cancel(poll, "it was wrong");
    assertThat(world.whole.count("poll.uncounted where poll = ?", poll.reference())).isZero();
  }

  @Test
  void aVoteThatComesWhileItIsClosedCountsOrIsToldNotTo() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    for (int voter = 0; voter < 10; voter++) {
      world.hears(PollWorld.phone(), String.valueOf(1 + voter % 2));
    }
    List<Callable<Reply>> calls = new ArrayList<>();
    for (int voter = 0; voter < 20; voter++) {
      IncomingMessage in = PollWorld.message(PollWorld.phone(), "3");
      calls.add(() -> patiently(in));
    }
    calls.add(
        10,
        () -> {
          closing.close(world.home, poll, world.today);
          return Reply.NOTHING;
        });
    long told =
        PollWorld.atOnce(calls).stream()
            .filter(
                reply ->
                    reply.texts().stream().anyMatch(text -> text.body().startsWith("Your vote")))
            .count();
    world.sequence();
    assertThat(world.loose(poll)).as("as many as were told so").isEqualTo(10 + told);
  }

  /** As providers do: what got a 503 comes again. */
  private Reply patiently(IncomingMessage in) {
    for (int attempt = 0; attempt < 10; attempt++) {
      try {
        return inbound.take(in);
      } catch (Inbound.Unfit lost) {
        throw lost; // nobody sends that again
      } catch (Inbound.Unavailable again) {
        // the node looks again which polls are open
      }
    }
    throw new AssertionError("unavailable ten times");
  }

  /** Killed anywhere before its commit, it has done nothing; after it, the next sweep ends it. */
  @Test
  void aCloseThatIsBrokenOffAnywhereIsDoneOnceByTheNext() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    for (int voter = 0; voter < 12; voter++) {
      world.hears(PollWorld.phone(), String.valueOf(1 + voter % 2));
    }
    long entries = world.whole.count("responselog.entry where reference = ?", poll.reference());
    for (int step = 1; step <= KilledNode.STEPS.size(); step++) {
      var node = new KilledNode(step);
      var broken =
          new Closing(
              databases,
              node.with(Polls.class, world.polls),
              node.with(Ballots.class, ballots),
              world.keys,
              electorate,
              priorities,
              uncounted,
              staging,
              ids);
      assertThatThrownBy(() -> broken.close(world.home, poll, world.today))
          .isInstanceOf(KilledNode.Killed.class);
      assertThat(world.live(poll)).isEqualTo(12);
      assertThat(world.loose(poll)).isZero();
      assertThat(world.hasKey(poll)).isTrue();
    }
    byte[] key = world.key(poll);
    assertThat(closing.close(world.home, poll, world.today)).isTrue();
    world.putBack(poll, key); // as after a kill between the commit and the key's end
    sweep.run(world.home, world.today);
    assertThat(world.hasKey(poll)).isFalse();
    assertThat(closing.close(world.home, poll, world.today)).as("once").isFalse();
    world.sequence();
    assertThat(world.whole.count("responselog.entry where reference = ?", poll.reference()))
        .isEqualTo(entries + 2);
    assertThat(world.loose(poll)).isEqualTo(12);
  }

  @Test
  void severalNodesCloseItOnce() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    for (int voter = 0; voter < 11; voter++) {
      world.hears(PollWorld.phone(), String.valueOf(1 + voter % 2));
    }
    List<Callable<Boolean>> closes = new ArrayList<>();
    for (int node = 0; node < 6; node++) {
      var there =
          new Closing(
              databases,
              world.polls,
              ballots,
              world.keys,
              electorate,
              priorities,
              uncounted,
              staging,
              ids);
      closes.add(() -> there.close(world.home, poll, world.today));
    }
    assertThat(PollWorld.atOnce(closes)).containsOnlyOnce(true);
    world.sequence();
    assertThat(world.votes(poll)).isEqualTo(11);
  }

  @Test
  void closesByItselfOnceItsLastDayIsOver() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    sweep.run(world.home, poll.terms().closes());
    assertThat(world.find(poll).state()).isEqualTo(PollState.OPEN);
    sweep.run(world.home, poll.terms().closes().plusDays(1));
    assertThat(world.find(poll).state()).isEqualTo(PollState.CLOSED);
  }
}
