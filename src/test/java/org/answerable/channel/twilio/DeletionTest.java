package org.answerable.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.answerable.organisation.ChannelConfig;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.StandInTwilio.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletionTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final String SOMEBODY = "+999701234987";
  private final Set<String> taken = new TreeSet<>();
  private StandInTwilio twilio;
  private Deletion deletion;

  @BeforeEach
  void start() throws IOException {
    twilio = new StandInTwilio();
    var config =
        new ChannelConfig.Twilio(
            "line",
            StandInTwilio.ACCOUNT,
            StandInTwilio.AUTH_TOKEN,
            StandInTwilio.NUMBER,
            twilio.apiUrl());
    deletion =
        new Deletion(
            "baraza-letu",
            config,
            SingleSendClient.restClient(config, Duration.ofSeconds(5)),
            (organisation, channel, ids) -> {
              var known = new TreeSet<>(taken);
              known.retainAll(ids);
              return known;
            },
            InstantSource.fixed(NOW),
            new Random(7));
  }

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void whatWasTakenIsDeletedAndWhatWasNotIsTheOnlyCopy() {
    taken.add("SM1");
    twilio.holdIncoming("SM1", SOMEBODY, NOW);
    twilio.holdIncoming("SM2", SOMEBODY, NOW);

    assertThat(deletion.run()).isEqualTo(1);
    assertThat(twilio.held()).containsExactly("SM2");

    taken.add("SM2");
    deletion.run();
    assertThat(twilio.held()).isEmpty();
  }

  /** Its id is remembered no more: it would lie at Twilio for ever, and nobody would hear of it. */
  @Test
  void whatCameInAWeekAgoIsDeletedWhoeverTookIt() {
    twilio.holdIncoming("SM1", SOMEBODY, NOW.minus(Deletion.KNOWN_FOR).minusSeconds(1));
    twilio.holdIncoming("SM2", SOMEBODY, NOW.minus(Deletion.KNOWN_FOR));

    assertThat(deletion.run()).isEqualTo(1);
    assertThat(twilio.held()).containsExactly("SM2");
  }

  @Test
  void whatWentOutIsDeletedOnceItsFateIsKnown() {
    Map.of("SM1", "delivered", "SM2", "undelivered", "SM3", "failed", "SM4", "queued")
        .forEach((id, status) -> twilio.holdOutgoing(id, "outbound-reply", SOMEBODY, status, NOW));
    twilio.holdOutgoing("SM5", "outbound-reply", SOMEBODY, "sent", NOW.minusSeconds(3599));
    twilio.holdOutgoing("SM6", "outbound-reply", SOMEBODY, "sent", NOW.minusSeconds(3601));

    assertThat(deletion.run()).isEqualTo(4);
    assertThat(twilio.held()).containsExactly("SM4", "SM5");
  }

  /** Somebody may have to ask whether it was taken. */
  @Test
  void whatWeSentStaysForAQuarterOfAnHour() {
    Instant young = NOW.minus(Deletion.STAYS).plusSeconds(1);
    twilio.holdOutgoing("SM1", "outbound-api", SOMEBODY, "delivered", young);
    twilio.holdOutgoing("SM2", "outbound-api", SOMEBODY, "delivered", NOW.minus(Deletion.STAYS));

    assertThat(deletion.run()).isEqualTo(1);
    assertThat(twilio.held()).containsExactly("SM1");
    assertThat(SentTexts.ASKED_FOR.plus(SentTexts.SKEW)).isLessThan(Deletion.STAYS);
  }

  @Test
  void pagesAreFollowedAndTheOrderIsShuffled() {
    var ids = new ArrayList<String>();
    for (int i = 0; i < Deletion.PAGE * 2 + 10; i++) {
      String id = "SM%04d".formatted(i);
      ids.add(id);
      twilio.holdIncoming(id, SOMEBODY, NOW);
    }
    taken.addAll(ids);

    assertThat(deletion.run()).isEqualTo(ids.size());
    assertThat(twilio.held()).isEmpty();
    List<String> order = twilio.asked().stream().filter(it -> it.startsWith("DELETE")).toList();
    assertThat(order).hasSameSizeAs(ids).isNotEqualTo(order.stream().sorted().toList());
  }

  /** Twilio lists what it does not delete yet. */
  @Test
  void whatTwilioIsNotDoneWithWaitsForTheNextHour() {
    taken.addAll(List.of("SM1", "SM2"));
    twilio.holdIncoming("SM1", SOMEBODY, NOW);
    twilio.holdIncoming("SM2", SOMEBODY, NOW);
    twilio.notYet("SM2");

    assertThat(deletion.run()).isEqualTo(1);
    assertThat(twilio.held()).containsExactly("SM2");
  }

  @Test
  void aMessageThatIsGoneAlreadyCountsAsGone() {
    taken.add("SM1");
    twilio.holdIncoming("SM1", SOMEBODY, NOW);
    twilio.forgetsBetween();

    assertThat(deletion.run()).isEqualTo(1);
  }

  @Test
  void whenNothingCanBeDeletedTheRunFailsAndNothingIsLost() {
    taken.add("SM1");
    twilio.holdIncoming("SM1", SOMEBODY, NOW);
    for (Answer answer :
        List.of(Answer.BREAKS, Answer.THROTTLES, Answer.KNOWS_NOT_US, Answer.SUSPENDS_US)) {
      twilio.answer(answer);
      assertThatThrownBy(deletion::run)
          .isInstanceOf(Deletion.NotDeleted.class)
          .hasMessageNotContainingAny(SOMEBODY, "SM1");
    }
    twilio.close();
    assertThatThrownBy(deletion::run).isInstanceOf(Deletion.NotDeleted.class);
    assertThat(twilio.held()).containsExactly("SM1");
  }

  @Test
  void whereEachIsRefusedTheRunFailsTooAndWhereSomeAreItDoesNot() {
    taken.addAll(Set.of("SM1", "SM2"));
    twilio.holdIncoming("SM1", SOMEBODY, NOW);
    twilio.refusesToDelete(true);
    assertThatThrownBy(deletion::run)
        .isInstanceOf(Deletion.NotDeleted.class)
        .hasMessageContaining("HTTP 400");
    twilio.notYet("SM1");
    assertThat(deletion.run()).as("it is only not done with").isZero();
    twilio.refusesToDelete(false);
    twilio.holdIncoming("SM2", SOMEBODY, NOW);
    assertThat(deletion.run()).isEqualTo(1);
  }

  @Test
  void theAlarmIsRaisedAfterThreeHoursAndEndsWhenItWorksAgain() {
    var failures = new HashMap<String, Integer>();
    var now = new Instant[] {NOW};
    var alarm =
        new DeletionAlarm(
            Map.of("line", "baraza-letu", "other", "elsewhere"),
            task -> failures.getOrDefault(task, 0),
            () -> now[0]);
    assertThat(alarm.of("baraza-letu")).isEmpty();

    failures.put("deletion-line", 2);
    now[0] = now[0].plusSeconds(61);
    assertThat(alarm.of("baraza-letu")).isEmpty();

    failures.put("deletion-line", 3);
    now[0] = now[0].plusSeconds(61);
    assertThat(alarm.of("baraza-letu"))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.title()).startsWith("For 3 hours nothing could be deleted");
              assertThat(notice.lines()).containsExactly("line");
            });
    assertThat(alarm.of("elsewhere")).isEmpty();

    failures.clear();
    now[0] = now[0].plusSeconds(61);
    assertThat(alarm.of("baraza-letu")).isEmpty();
  }
}
