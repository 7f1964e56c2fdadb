package org.answerable.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.leader.Accounts;
import org.answerable.leader.Invitations;
import org.answerable.leader.Leader;
import org.answerable.leader.People;
import org.answerable.poll.SettingUp.Done;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Nothing is announced or cancelled by one person, however many accounts they made. */
@ApplicationTest
class TwoLeadersIT {
  private static final String PASSWORD = "a quiet ledger line";
  private static final AtomicInteger NAMES = new AtomicInteger();
  @Autowired private SettingUp settingUp;
  @Autowired private People people;
  @Autowired private Invitations invitations;
  @Autowired private Accounts accounts;
  @Autowired private PollSweep sweep;
  private final PollWorld world;

  TwoLeadersIT(@Autowired ApplicationContext context) throws SQLException {
    this.world = new PollWorld(context);
  }

  @AfterEach
  void cancelWhatIsOpen() throws SQLException {
    world.cancelWhatIsOpen();
  }

  private Leader first() {
    return join(invitations.invite(world.home, Set.of("programmes")));
  }

  private Leader invitedBy(Leader leader) {
    return join(((People.Invited) people.invite(leader, Set.of("programmes"))).token());
  }

  private Leader join(String token) {
    String name = "second pair of eyes " + NAMES.incrementAndGet();
    assertThat(invitations.accept(token, name, PASSWORD, PASSWORD))
        .isInstanceOf(Invitations.Accepted.class);
    return accounts.byName(name).orElseThrow().leader();
  }

  private Poll setUpBy(Leader leader) {
    return settingUp.setUp(leader, world.terms(Form.ONE), world.today);
  }

  @Test
  void anAccountThatSomebodyMadeForThemselvesIsNoSecondPerson() throws Exception {
    Leader asha = first();
    Leader made = invitedBy(asha);
    Leader madeByThat = invitedBy(made);
    for (Leader kin : List.of(made, madeByThat)) {
      assertThat(settingUp.agree(kin, setUpBy(asha), world.today)).isEqualTo(Done.KIN);
      assertThat(settingUp.agree(asha, setUpBy(kin), world.today)).isEqualTo(Done.KIN);
    }
    Poll poll = setUpBy(made);
    accounts.remove(world.home.id(), made.account());
    assertThat(settingUp.agree(asha, poll, world.today)).as("who removes it").isEqualTo(Done.KIN);
    assertThat(settingUp.agree(invitedBy(asha), poll, world.today))
        .as("another whom the same person let in")
        .isEqualTo(Done.DONE);
  }

  @Test
  void saysWhereNobodyIsLeft() {
    Leader asha = first();
    Leader zawadi = invitedBy(asha);
    for (Leader other : accounts.of(world.home.id())) {
      if (!Set.of(asha.account(), zawadi.account()).contains(other.account())) {
        accounts.remove(world.home.id(), other.account());
      }
    }
    Poll poll = setUpBy(zawadi);
    assertThat(settingUp.lacksSecond(world.home.id(), poll.setUpBy(), poll.line())).isTrue();
    invitedBy(asha);
    assertThat(settingUp.lacksSecond(world.home.id(), poll.setUpBy(), poll.line())).isFalse();
  }

  @Test
  void nobodyCancelsAlone() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    Leader asha = first();
    assertThat(settingUp.cancel(asha, poll, world.today)).as("unasked").isEqualTo(Done.MOVED);
    assertThat(settingUp.askToCancel(asha, poll, "it was wrong", world.today)).isEqualTo(Done.DONE);
    Poll wished = world.find(poll);
    assertThat(settingUp.cancel(asha, wished, world.today)).isEqualTo(Done.OWN);
    assertThat(settingUp.cancel(invitedBy(asha), wished, world.today)).isEqualTo(Done.KIN);
    assertThat(settingUp.keep(wished)).isEqualTo(Done.DONE);
    assertThat(world.find(poll).cancelling()).isNull();
    assertThat(settingUp.askToCancel(asha, poll, "it was wrong", world.today)).isEqualTo(Done.DONE);
    assertThat(settingUp.cancel(first(), world.find(poll), world.today)).isEqualTo(Done.DONE);
    assertThat(world.find(poll).state()).isEqualTo(PollState.CANCELLED);
  }

  /** How it went may be guessed by then; only what can't be counted can be cancelled. */
  @Test
  void nobodyCancelsAfterTheLastDay() throws Exception {
    Poll poll = world.openPoll(Form.ONE);
    Leader asha = first();
    LocalDate after = poll.terms().closes().plusDays(1);
    assertThat(settingUp.askToCancel(asha, poll, "it was wrong", after)).isEqualTo(Done.LATE);
    assertThat(settingUp.askToCancel(asha, poll, "it was wrong", world.today)).isEqualTo(Done.DONE);
    assertThat(settingUp.cancel(first(), world.find(poll), after)).isEqualTo(Done.LATE);
    world.keys.destroy(world.home.id(), poll.reference());
    assertThat(settingUp.cancel(first(), world.find(poll), after)).isEqualTo(Done.DONE);
  }

  @Test
  void nobodyAgreesAtTheLastMinute() throws Exception {
    LocalDate tomorrow = world.today.plusDays(1);
    // tomorrow, so that the application's own sweep does not open it meanwhile
    var terms = SamplePoll.of(Form.ONE, tomorrow, world.today.plus(PollLimits.NOTICE));
    Poll poll = settingUp.setUp(first(), terms, world.today);
    assertThat(settingUp.agree(first(), poll, tomorrow)).isEqualTo(Done.LATE);
    assertThat(settingUp.agree(first(), poll, world.today)).isEqualTo(Done.DONE);
    world.sequence();
    sweep.run(world.home, poll.terms().closes().plusDays(1));
    assertThat(world.find(poll).state()).as("opened after its end").isEqualTo(PollState.AGREED);
    LocalDate after = poll.terms().closes().plusDays(1);
    assertThat(settingUp.askToCancel(first(), world.find(poll), "missed", after))
        .isEqualTo(Done.DONE);
    assertThat(settingUp.cancel(first(), world.find(poll), after)).isEqualTo(Done.DONE);
  }

  @Test
  void soManyRunAndWaitAtATime() throws Exception {
    for (int poll = 0; poll < PollLimits.RUNNING; poll++) {
      world.openPoll(Form.ONE);
    }
    assertThat(settingUp.agree(first(), setUpBy(first()), world.today)).isEqualTo(Done.MANY);
    Leader asha = first();
    while (settingUp.hasRoom(asha)) {
      setUpBy(asha);
    }
    assertThat(world.polls.count(world.home.id(), Set.of(PollState.WAITING)))
        .isEqualTo(PollLimits.WAITING);
  }

  /** A key without its poll stays for nobody. */
  @Test
  void whoAgreesToWhatIsDiscardedLeavesNoKey() throws Exception {
    Poll poll = setUpBy(first());
    assertThat(settingUp.discard(poll)).isEqualTo(Done.DONE);
    assertThat(settingUp.agree(first(), poll, world.today)).isEqualTo(Done.MOVED);
    sweep.run(world.home, world.today);
    assertThat(world.hasKey(poll)).isFalse();
  }

  /** Opened and cancelled at one moment, nothing stays that takes votes. */
  @Test
  void cancellingWhileItOpensLeavesNothingOpen() throws Exception {
    for (int round = 0; round < 20; round++) {
      Poll poll = setUpBy(first(round));
      settingUp.agree(world.leader(), poll, world.today);
      world.sequence();
      Callable<Object> open =
          () -> {
            sweep.run(world.home, world.today);
            return "";
          };
      Callable<Object> cancel =
          () -> {
            world.cancel(poll, "a race");
            return "";
          };
      PollWorld.atOnce(List.of(open, cancel));
      assertThat(world.find(poll).state()).isEqualTo(PollState.CANCELLED);
      assertThat(world.whole.count("poll.taking where poll = ?", poll.reference())).isZero();
    }
  }

  private Leader first(int round) {
    return round % 2 == 0 ? world.leader() : first();
  }
}
