package org.answerable.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerable.channel.Acceptance;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.LateReplies;
import org.answerable.channel.LateReplies.Wish;
import org.answerable.channel.Manner;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.Reply;
import org.answerable.channel.TakenMessages;
import org.answerable.organisation.ChannelConfig;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.StandInTwilio.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatchUpTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final String SOMEBODY = "+999701234987";
  private final Ledger ledger = new Ledger();
  private final Unanswered unanswered = new Unanswered();
  private Instant now = NOW;
  private final List<String> aside = new ArrayList<>();
  private @Nullable Instant knownSince;
  private StandInTwilio twilio;
  private CatchUp catchUp;

  @BeforeEach
  void start() throws IOException {
    twilio = new StandInTwilio();
    twilio.clock(() -> now);
    ChannelConfig.Twilio config = TwilioAt.config(twilio.apiUrl());
    catchUp =
        new CatchUp(
            config,
            SingleSendClient.restClient(config, Duration.ofSeconds(5)),
            TwilioAt.channel("baraza", twilio.apiUrl(), () -> now),
            ledger,
            new TakenMessages() {
              @Override
              public Optional<Instant> knownSince(String organisation) {
                return Optional.ofNullable(knownSince);
              }

              @Override
              public Set<String> taken(
                  String organisation, String channel, Collection<String> ids) {
                return ledger.taken(ids);
              }
            },
            ledger,
            unanswered,
            new TextsInTrouble((organisation, channel, idHash, reason) -> aside.add(reason)),
            () -> now);
  }

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void whatTwilioHasAndNobodyTookIsTakenOnceTheOldestFirst() {
    missed("SM1", "the gate is shut", Duration.ofMinutes(1));
    missed("SM3", "it was shut before", Duration.ofDays(5));
    missed("SM2", "known", Duration.ofMinutes(2));
    ledger.replies.put("SM2", Reply.of("We had it."));

    assertThat(catchUp.run()).isEqualTo(2);
    assertThat(catchUp.run()).isZero();

    assertThat(ledger.took).containsExactly("it was shut before", "the gate is shut");
    assertThat(twilio.taken(SOMEBODY)).containsExactly("We have 1.", "We have 2.");
    assertThat(twilio.sent()).hasSize(2);
    assertThat(ledger.owed).isEmpty();
  }

  @Test
  void whatAWebhookMayBringAndWhatIsTooOldOrOursOrNobodysIsLeft() {
    missed("SM1", "on its way", CatchUp.BROUGHT_WITHIN.minusSeconds(1));
    missed("SM2", "long ago", CatchUp.LOOKS_BACK.plusSeconds(1));
    twilio.holdOutgoing("SM3", "outbound-api", StandInTwilio.NUMBER, "sent", NOW.minusSeconds(90));
    twilio.holdIncoming("SM4", "BANK", "pay now", NOW.minusSeconds(90));

    assertThat(catchUp.run()).isZero();
    assertThat(ledger.took).isEmpty();
  }

  /** Keys changed twice within a week: whether it was taken nobody knows any more. */
  @Test
  void whatIsOlderThanAnythingThatIsRememberedIsLeft() {
    missed("SM1", "taken, and forgotten", Duration.ofHours(3));
    missed("SM2", "the gate is shut", Duration.ofHours(1));
    knownSince = NOW.minus(Duration.ofHours(2));

    assertThat(catchUp.run()).isEqualTo(1);
    assertThat(ledger.took).containsExactly("the gate is shut");
  }

  @Test
  void aReplyThatCouldNotBeSentIsSentInTheNextRun() {
    missed("SM1", "the gate is shut", Duration.ofMinutes(1));
    ledger.afterTaking = () -> twilio.answer(Answer.THROTTLES);
    catchUp.run();
    assertThat(ledger.owed).containsExactly("SM1");
    assertThat(ledger.taken(List.of("SM1"))).isEmpty();

    ledger.afterTaking = () -> {};
    twilio.answer(Answer.ACCEPTS);
    catchUp.run();
    assertThat(ledger.took).containsExactly("the gate is shut");
    assertThat(twilio.taken(SOMEBODY)).containsExactly("We have 1.");
    assertThat(ledger.owed).isEmpty();
  }

  /** We died after the reply had left, and before that was noted. */
  @Test
  void aReplyThatTwilioHasIsNotSentAgain() {
    missed("SM1", "the gate is shut", Duration.ofMinutes(1));
    ledger.afterTaking = () -> twilio.answer(Answer.TAKES_AND_BREAKS);
    catchUp.run();
    ledger.afterTaking = () -> {};
    twilio.answer(Answer.ACCEPTS);
    now = NOW.plusSeconds(60);
    catchUp.run();
    assertThat(twilio.taken(SOMEBODY)).containsExactly("We have 1.");
    assertThat(ledger.owed).isEmpty();
  }

  /** The commit happened, and the webhook was told that it had not. */
  @Test
  void whatWasTakenAndNeverAnsweredIsAnswered() {
    missed("SM1", "the gate is shut", Duration.ofMinutes(1));
    ledger.replies.put("SM1", Reply.of("We have it."));
    unanswered.add("SM1");
    catchUp.run();
    catchUp.run();
    assertThat(twilio.sent()).hasSize(1);
    assertThat(ledger.took).isEmpty();
  }

  @Test
  void oneThatIsRefusedHoldsUpNobodyAndThreeInARowEndTheRun() {
    for (int i = 1; i <= 9; i++) {
      missed("SM" + i, "text " + i, Duration.ofMinutes(20 - i));
    }
    ledger.refuses.addAll(List.of("SM2", "SM4", "SM6", "SM7", "SM8"));
    assertThat(catchUp.run()).isEqualTo(3);
    assertThat(ledger.took).containsExactly("text 1", "text 3", "text 5");
    ledger.refuses.clear();
    assertThat(catchUp.run()).isEqualTo(6);
  }

  @Test
  void allAreTakenBeforeAnyIsAnsweredAndTheLastWordCounts() {
    missed("SM1", "the gate is shut", Duration.ofMinutes(2));
    missed("SM2", "dont reply", Duration.ofMinutes(1));
    ledger.afterTaking = () -> ledger.wish = ledger.took.size() == 2 ? Wish.NEVER : Wish.NOW;
    catchUp.run();
    assertThat(ledger.took).containsExactly("the gate is shut", "dont reply");
    assertThat(twilio.sent()).isEmpty();
    assertThat(ledger.owed).isEmpty();
  }

  @Test
  void inQuietHoursAReplyWaits() {
    missed("SM1", "the gate is shut", Duration.ofMinutes(1));
    ledger.wish = Wish.LATER;
    assertThat(catchUp.run()).isZero();
    assertThat(twilio.sent()).isEmpty();
    assertThat(ledger.owed).containsExactly("SM1");
    ledger.wish = Wish.NOW;
    assertThat(catchUp.run()).isEqualTo(1);
    assertThat(twilio.taken(SOMEBODY)).containsExactly("We have 1.");
  }

  /** As where their session opens no more: nobody else waits for them, and they are told of. */
  @Test
  void textsThatCanNotBeTakenHoldUpNobodyAndAreSetAside() {
    for (int i = 1; i <= 5; i++) {
      missed("SM" + i, "text " + i, Duration.ofMinutes(20 - i));
    }
    ledger.breaks.addAll(List.of("SM1", "SM2", "SM3", "SM4"));
    for (int run = 1; run < TextsInTrouble.RUNS; run++) {
      ledger.replies.remove("SM5");
      assertThat(catchUp.run()).isEqualTo(1);
      assertThat(aside).isEmpty();
    }
    ledger.replies.remove("SM5");
    catchUp.run();
    assertThat(aside).hasSize(4).containsOnly("IllegalStateException");
    ledger.breaks.clear();
    assertThat(catchUp.run()).as("not tried again").isZero();
  }

  @Test
  void whereNoTextAtAllCanBeTakenNoneIsSetAside() {
    missed("SM1", "the gate is shut", Duration.ofMinutes(1));
    ledger.breaks.add("SM1");
    for (int run = 0; run <= TextsInTrouble.RUNS; run++) {
      catchUp.run();
    }
    ledger.breaks.clear();
    assertThat(catchUp.run()).isEqualTo(1);
  }

  @Test
  void whoStoppedUsAtTwilioIsStoppedHereAndWhoIsGoneIsForgotten() {
    missed("SM1", "the gate is shut", Duration.ofMinutes(1));
    ledger.afterTaking = () -> twilio.answer(Answer.SAYS_STOPPED);
    catchUp.run();
    twilio.answer(Answer.ACCEPTS);
    missed("SM2", "still shut", Duration.ofMinutes(1));
    ledger.afterTaking = () -> twilio.answer(Answer.KNOWS_NO_SUCH_PHONE);
    catchUp.run();
    assertThat(ledger.said).containsExactly("stopped " + SOMEBODY, "gone " + SOMEBODY);
    assertThat(ledger.owed).isEmpty();
  }

  /** Where an account has bodies redacted nobody can say which text it was. */
  @Test
  void aTextWithoutWordsMayBeTheOneInDoubt() {
    var text = new OutgoingMessage(new Address("line", SOMEBODY), "Please look.");
    var sent =
        new SentTexts(
            TwilioAt.config(twilio.apiUrl()),
            SingleSendClient.restClient(TwilioAt.config(twilio.apiUrl()), Duration.ofSeconds(5)),
            () -> now);
    assertThat(sent.has(text, NOW)).isEqualTo(Acceptance.NOT_TAKEN);
    twilio.holdOutgoing("SM1", "outbound-api", SOMEBODY, "", "sent", NOW);
    assertThat(sent.has(text, NOW)).isEqualTo(Acceptance.NOT_ASKED);
  }

  @Test
  void whatIsFetchedIsToldFromWhatIsWrittenNow() {
    missed("SM1", "1", Duration.ofMinutes(1));
    catchUp.run();
    assertThat(ledger.manners).containsExactly(new Manner.Late(NOW.minusSeconds(60)));
  }

  @Test
  void allPagesAreRead() {
    int texts = CatchUp.PAGE + 20;
    for (int i = 0; i < texts; i++) {
      missed("SM%04d".formatted(i), "text", Duration.ofMinutes(5));
    }
    ledger.replies.put("SM0000", Reply.NOTHING);
    assertThat(catchUp.run()).isEqualTo(texts - 1);
  }

  @Test
  void whenTwilioDoesNotAnswerNothingHappensAndTheRunDidNotGoWell() {
    missed("SM1", "the gate is shut", Duration.ofMinutes(1));
    for (Answer answer : List.of(Answer.BREAKS, Answer.THROTTLES, Answer.KNOWS_NOT_US)) {
      twilio.answer(answer);
      assertThatThrownBy(catchUp::run).isInstanceOf(CatchUp.NotListed.class);
    }
    assertThat(ledger.took).isEmpty();
    twilio.answer(Answer.ACCEPTS);
    assertThat(catchUp.run()).isEqualTo(1);
  }

  private void missed(String id, String text, Duration ago) {
    twilio.holdIncoming(id, SOMEBODY, text, NOW.minus(ago));
  }

  /** What the conversation does. */
  private static final class Ledger implements Inbound, LateReplies {
    private final Map<String, Reply> replies = new HashMap<>();
    private final Set<String> owed = new HashSet<>();
    private final Set<String> refuses = new HashSet<>();
    private final List<String> took = new ArrayList<>();
    private final Set<String> breaks = new HashSet<>();
    private final List<String> said = new ArrayList<>();
    private final List<Manner> manners = new ArrayList<>();
    private Wish wish = Wish.NOW;
    private Runnable afterTaking = () -> {};

    @Override
    public void stopped(String organisation, Address to) {
      said.add("stopped " + to.value());
    }

    @Override
    public void gone(String organisation, Address to) {
      said.add("gone " + to.value());
    }

    @Override
    public Wish wish(String organisation, Address to) {
      return wish;
    }

    @Override
    public Reply take(IncomingMessage message) {
      if (refuses.contains(message.id())) {
        throw new Unavailable("refused");
      }
      if (breaks.contains(message.id())) {
        throw new IllegalStateException("opens no more");
      }
      manners.add(message.manner());
      Reply reply =
          replies.computeIfAbsent(
              message.id(),
              id -> {
                took.add(message.text());
                return Reply.of("We have " + took.size() + ".");
              });
      afterTaking.run();
      return reply;
    }

    Set<String> taken(Collection<String> ids) {
      var taken = new HashSet<>(replies.keySet());
      taken.removeAll(owed);
      taken.retainAll(ids);
      return taken;
    }

    @Override
    public void owe(String organisation, String channel, Collection<String> ids) {
      owed.addAll(ids);
    }

    @Override
    public void given(String organisation, String channel, String id) {
      owed.remove(id);
    }
  }
}
