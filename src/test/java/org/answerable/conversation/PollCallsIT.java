package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.answerable.channel.Address;
import org.answerable.channel.Channel;
import org.answerable.channel.Channels;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.Epochs;
import org.answerable.constituent.Vault;
import org.answerable.conversation.decision.ConversationLimits;
import org.answerable.conversation.decision.Flows;
import org.answerable.conversation.decision.OpenPollsOfTests;
import org.answerable.conversation.decision.Talking;
import org.answerable.delivery.Deliveries;
import org.answerable.delivery.Delivery;
import org.answerable.delivery.Drafts;
import org.answerable.effect.GroupCommit;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.poll.Electorate;
import org.answerable.poll.Form;
import org.answerable.poll.PollLimits;
import org.answerable.poll.SamplePoll;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.PollTerms;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Who is told of a poll, on the real database. The poll is one that the application around does not
 * know, so that this alone tells of it.
 */
@ApplicationTest
class PollCallsIT {
  private static final AtomicInteger NUMBERS = new AtomicInteger(747_000_000);
  @Autowired private Inbound inbound;
  @Autowired private Organisations organisations;
  @Autowired private Deliveries deliveries;
  @Autowired private Drafts drafts;
  @Autowired private Vault vault;
  @Autowired private Sessions sessions;
  @Autowired private Seals seals;
  @Autowired private GroupCommit commit;
  @Autowired private Epochs epochs;
  @Autowired private Flows flows;
  @Autowired private Electorate electorate;
  @Autowired private InstantSource clock;

  @Autowired
  @Qualifier("deliveryVault")
  private Vault reached;

  private final OpenPollsOfTests open = new OpenPollsOfTests();
  private final Phones phones = new Phones();
  private Organisation home;
  private LocalDate today;

  @BeforeEach
  void open() {
    home = organisations.get("baraza-letu");
    today = home.day(clock.instant());
    open.set(flows.ballots(), terms(new Eligible.Anybody()));
  }

  private PollTerms terms(Eligible eligible) {
    PollTerms terms = SamplePoll.of(Form.ONE, today, today.plusDays(10));
    return SamplePoll.of(terms, eligible, true);
  }

  @Test
  void whoWantsItIsToldOnceWhateverRestartsMeanwhile() throws Exception {
    String wants = subscriber();
    String asked = phone();
    hears(asked, "PRIVACY");
    String left = subscriber();
    hears(left, "VOTE OFF");
    String stopped = subscriber();
    hears(stopped, "STOP");
    node().run(clock.instant());
    assertThat(phones.of(wants)).singleElement().asString().startsWith("Vote: What first? 1 water");
    assertThat(phones.of(asked)).isEmpty();
    assertThat(phones.of(left)).isEmpty();
    assertThat(phones.of(stopped)).isEmpty();
    PollCalls another = node();
    another.run(clock.instant());
    another.run(later());
    assertThat(phones.of(wants)).hasSize(1);
  }

  /** It was noted, and may have left: twice would be worse than never. */
  @Test
  void whoeverIsKilledWhileItIsSentTellsNobodyTwice() throws Exception {
    String number = subscriber();
    phones.dead = to -> to.equals(number);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 3; i++) {
                node().run(clock.instant());
              }
            })
        .isInstanceOf(Phones.Killed.class);
    phones.dead = to -> false;
    node().run(clock.instant());
    node().run(later());
    assertThat(phones.of(number)).isEmpty();
    assertThat(phones.begun).containsOnlyOnce(number);
  }

  @Test
  void whatTheProviderDidNotTakeIsTriedAgain() throws Exception {
    String number = subscriber();
    phones.busy = to -> to.equals(number);
    PollCalls node = node();
    node.run(clock.instant());
    assertThat(phones.of(number)).isEmpty();
    phones.busy = to -> false;
    node.run(clock.instant());
    node.run(clock.instant());
    assertThat(phones.of(number)).hasSize(1);
  }

  @Test
  void whoBeginsToWantItIsToldAtTheNextLook() throws Exception {
    PollCalls node = node(PollLimits.TOLD_LOOK);
    node.run(clock.instant());
    String number = subscriber();
    node.run(clock.instant());
    assertThat(phones.of(number)).isEmpty();
    node.run(clock.instant().plus(PollLimits.TOLD_LOOK));
    assertThat(phones.of(number)).hasSize(1);
  }

  @Test
  void whatTheProviderDidNotTakeWaitsForNoLook() throws Exception {
    String number = subscriber();
    phones.busy = to -> to.equals(number);
    PollCalls node = node(PollLimits.TOLD_LOOK);
    node.run(clock.instant());
    phones.busy = to -> false;
    node.run(clock.instant());
    assertThat(phones.of(number)).hasSize(1);
  }

  /** Numbers answer what was handed to that phone last. */
  @Test
  void aNumberAnswersWhatTheyWereToldOf() throws Exception {
    String number = subscriber();
    node().run(clock.instant());
    assertThat(hears(number, "2"))
        .as("of a poll that only this test knows")
        .startsWith("That vote is closed");
  }

  @Test
  void whoIsInTheMidstOfSomethingIsToldLater() throws Exception {
    String number = subscriber();
    hears(number, "no syrup at Mto again");
    node().run(clock.instant());
    assertThat(phones.of(number)).isEmpty();
    node().run(later());
    assertThat(phones.of(number)).hasSize(1);
  }

  @Test
  void quietHoursAreWaitedFor() throws Exception {
    String number = subscriber();
    int hour = clock.instant().atZone(home.timeZone()).getHour();
    hears(number, "QUIET %d-%d".formatted(hour, (hour + 2) % 24));
    node().run(clock.instant());
    assertThat(phones.of(number)).isEmpty();
    hears(number, "QUIET OFF");
    node().run(clock.instant());
    assertThat(phones.of(number)).hasSize(1);
  }

  @Test
  void onlyWhoMayVoteIsTold() throws Exception {
    String number = subscriber();
    open.set(flows.ballots(), terms(new Eligible.WroteBefore(today.minusDays(14))));
    node().run(clock.instant());
    open.set(flows.ballots(), terms(new Eligible.Codes(100, false)));
    node().run(clock.instant());
    assertThat(phones.of(number)).isEmpty();
  }

  /** Whoever has voted gets it too: nothing knows who has. */
  @Test
  void allAreRemindedAlikeOnce() throws Exception {
    String number = subscriber();
    Instant soon = clock.instant().plus(Period.ofDays(8));
    node().run(soon);
    node().run(soon);
    assertThat(phones.of(number))
        .singleElement()
        .asString()
        .startsWith("Until ")
        .contains("If you have not voted yet");
    node().run(clock.instant().plus(Period.ofDays(5)));
    assertThat(phones.of(number)).hasSize(1);
  }

  /** Of people nothing leaves the vault but how many they are. */
  @Test
  void countsWhoWroteBeforeAndWhoWantsToBeTold() {
    LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    int wrote = electorate.wroteBefore(home, monday);
    int want = electorate.subscribers(home);
    String number = subscriber();
    assertThat(electorate.wroteBefore(home, monday)).isEqualTo(wrote + 1);
    assertThat(electorate.wroteBefore(home, monday.minusWeeks(1)))
        .as("not in an earlier week")
        .isLessThanOrEqualTo(wrote);
    assertThat(electorate.subscribers(home)).isEqualTo(want + 1);
    hears(number, "VOTE OFF");
    assertThat(electorate.subscribers(home)).isEqualTo(want);
  }

  @Test
  void eachHasAMomentOfTheirOwnByDay() {
    List<LocalTime> moments = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Constituent person = vault.stranger(home, today);
      assertThat(PollCalls.isMoment(person, "PQRS-0002", LocalTime.of(8, 59))).isFalse();
      assertThat(PollCalls.isMoment(person, "PQRS-0002", LocalTime.of(13, 0))).isTrue();
      assertThat(PollCalls.isMoment(person, "PQRS-0002", LocalTime.of(20, 0))).isFalse();
      moments.add(
          PollCalls.isMoment(person, "PQRS-0002", LocalTime.of(11, 0))
              ? LocalTime.of(9, 0)
              : LocalTime.of(11, 0));
    }
    assertThat(moments.stream().filter(LocalTime.of(9, 0)::equals).count()).isBetween(60L, 140L);
  }

  /** A node that has just been started. */
  private PollCalls node() {
    return node(Duration.ZERO);
  }

  private PollCalls node(Duration pause) {
    var channels = new Channels(List.of(phones));
    var telling =
        new Delivery(deliveries, reached, drafts, channels, organisations, clock).telling();
    var claims = new PollClaims(vault, sessions, seals, commit, epochs, open);
    return new PollCalls(reached, open, telling, claims, flows, home, pause);
  }

  /** What was asked last is open no more. */
  private Instant later() {
    return clock.instant().plus(ConversationLimits.OPEN_FOR.multipliedBy(2));
  }

  private String subscriber() {
    String number = phone();
    assertThat(hears(number, "VOTE")).startsWith("There is no vote now. We text you");
    return number;
  }

  private static String phone() {
    return "+254" + NUMBERS.incrementAndGet();
  }

  private String hears(String number, String text) {
    return Talking.shown(
        inbound.take(
            new IncomingMessage(
                home.id(),
                UUID.randomUUID().toString(),
                new Address("simulator", number),
                text,
                clock.instant())));
  }

  /** The line, and what each phone got. */
  private static final class Phones implements Channel {
    private final List<OutgoingMessage> got = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();
    private Predicate<String> dead = number -> false;
    private Predicate<String> busy = number -> false;

    static final class Killed extends RuntimeException {
      private static final long serialVersionUID = 1;
    }

    List<String> of(String number) {
      return got.stream()
          .filter(message -> message.to().value().equals(number))
          .map(OutgoingMessage::body)
          .toList();
    }

    @Override
    public String id() {
      return "simulator";
    }

    @Override
    public String organisation() {
      return "baraza-letu";
    }

    @Override
    public int perSecond() {
      return 1000;
    }

    @Override
    public SendResult send(OutgoingMessage message) {
      String number = message.to().value();
      begun.add(number);
      if (dead.test(number)) {
        throw new Killed();
      }
      if (busy.test(number)) {
        return new SendResult.Retry("busy", null);
      }
      got.add(message);
      return new SendResult.Sent();
    }
  }
}
