package org.answerable.conversation.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.answerable.constituent.HelpQuestion;
import org.answerable.constituent.KeptAnswer;
import org.answerable.responselog.LogHead;
import org.answerable.responselog.Proposals.Proposal;
import org.answerable.responselog.ReceiptState;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up because the text names it.
 *
 * @param echoed the entry of which they say that it happened to them too; null: they say it of
 *     none, or of one that takes no more
 * @param polls what is known of votes
 */
public record Facts(Named named, @Nullable Echoed echoed, PollFacts polls) {
  /** Where a text names nothing. */
  public static final Facts NONE = of(new Numbers(Set.of()));

  /** Where no poll counts. */
  public static Facts of(Named named) {
    return new Facts(named, null, PollFacts.NONE);
  }

  /** The same with what is known of votes. */
  public Facts with(PollFacts others) {
    return new Facts(named, echoed, others);
  }

  /** The same where a text, whatever else it is, says that something happened to them too. */
  public Facts echoing(@Nullable Echoed other) {
    return new Facts(named, other, polls);
  }

  /** What a text is about: one thing at most. */
  sealed interface Named {}

  /**
   * STATUS.
   *
   * @param state null: the receipt was never given out
   */
  public record Status(@Nullable ReceiptState state) implements Named {}

  /** FORGET: the day from which nothing can be read of whoever is forgotten now. */
  public record Erasure(LocalDate unreadableFrom) implements Named {}

  /**
   * WITHDRAW.
   *
   * @param own null: the receipt is not theirs, or was never given out
   */
  public record Withdrawal(@Nullable Own own) implements Named {}

  /**
   * READ.
   *
   * @param kept the writer's own
   * @param own what they answer; null: the receipt is not theirs, or was never given out
   */
  public record Answers(List<KeptAnswer> kept, @Nullable Own own) implements Named {
    public Answers {
      kept = List.copyOf(kept);
    }
  }

  /**
   * LOG.
   *
   * @param head how far the public log is; null: it is empty
   */
  public record Log(@Nullable LogHead head) implements Named {
    @Override
    public String toString() {
      return "Log[redacted]";
    }
  }

  /** What the writer was asked last, where the text may answer it. */
  public record Asked(HelpQuestion question) implements Named {}

  /** Those of the numbers within the text that are receipts which were given out. */
  public record Numbers(Set<String> receipts) implements Named {
    public Numbers {
      receipts = Set.copyOf(receipts);
    }

    @Override
    public String toString() {
      return "Numbers[redacted]";
    }
  }

  /**
   * A voting code.
   *
   * @param coded the open poll that it was printed for, and its holder there; null: there is none
   * @param beside of the numbers beside it those that are receipts
   */
  public record Code(@Nullable Coded coded, Numbers beside) implements Named {}

  /** PROPOSALS: those that can be supported. */
  public record Supportable(List<Proposal> proposals) implements Named {
    public Supportable {
      proposals = List.copyOf(proposals);
    }

    @Override
    public String toString() {
      return "Supportable[redacted]";
    }
  }

  @Nullable ReceiptState status() {
    return named instanceof Status it ? it.state() : null;
  }

  @Nullable LocalDate unreadableFrom() {
    return named instanceof Erasure it ? it.unreadableFrom() : null;
  }

  @Nullable Own own() {
    if (named instanceof Withdrawal it) {
      return it.own();
    }
    return named instanceof Answers it ? it.own() : null;
  }

  List<KeptAnswer> kept() {
    return named instanceof Answers it ? it.kept() : List.of();
  }

  @Nullable LogHead log() {
    return named instanceof Log it ? it.head() : null;
  }

  @Nullable HelpQuestion question() {
    return named instanceof Asked it ? it.question() : null;
  }

  Set<String> receipts() {
    if (named instanceof Code it) {
      return it.beside().receipts();
    }
    return named instanceof Numbers it ? it.receipts() : Set.of();
  }

  List<Proposal> proposals() {
    return named instanceof Supportable it ? it.proposals() : List.of();
  }

  @Nullable Coded coded() {
    return named instanceof Code it ? it.coded() : null;
  }

  @Override
  public String toString() {
    return "Facts[redacted]";
  }

  /** Whoever holds a code, in the open poll that it was printed for. */
  public record Coded(String poll, PollFacts.Mine holder) {
    @Override
    public String toString() {
      return "Coded[redacted]";
    }
  }

  /**
   * A feedback, or a report, that its own sender names.
   *
   * @param answered whether they may say if the answer helped
   * @param shown the words that would be public, if they may say whether they may; null: none
   */
  public record Own(
      UUID feedback, String reference, byte[] commitment, boolean answered, @Nullable UUID shown) {}

  /**
   * An entry that takes echoes.
   *
   * @param own it is the writer's own, which counts already
   * @param proposal whether it is supported with it
   */
  public record Echoed(String reference, boolean own, boolean proposal) {}
}
