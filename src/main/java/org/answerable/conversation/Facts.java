package org.answerable.conversation;

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
 * @param status of the receipt that the text asks for; null: it asks for none, or for one that was
 *     never given out
 * @param unreadableFrom the day from which nothing can be read of whoever is forgotten now; null:
 *     the text does not ask for that
 * @param own the feedback of the writer's own whose receipt the text names; null: it is not theirs,
 *     or was never given out
 * @param kept answers of the writer's own, where the text asks for one
 * @param receipts those that were given out, of the numbers within the text
 * @param question whether an answer helped, where the text may say so and that was asked last
 * @param log how far the public log is; null: the text does not ask for that, or it is empty
 * @param coded the open poll that the voting code within the text was printed for, and its holder
 *     there; null: there is none
 * @param echoed the entry of which they say that it happened to them too; null: they say it of
 *     none, or of one that takes no more
 * @param proposals those that can be supported, where the text asks for them
 * @param polls what is known of votes
 */
record Facts(
    @Nullable ReceiptState status,
    @Nullable LocalDate unreadableFrom,
    @Nullable Own own,
    List<KeptAnswer> kept,
    Set<String> receipts,
    @Nullable HelpQuestion question,
    @Nullable LogHead log,
    @Nullable Coded coded,
    @Nullable Echoed echoed,
    List<Proposal> proposals,
    PollFacts polls) {
  /** Where a text names nothing. */
  static final Facts NONE = new Facts(null, null, null, List.of(), Set.of(), null, null);

  /** Where no poll counts. */
  Facts(
      @Nullable ReceiptState status,
      @Nullable LocalDate unreadableFrom,
      @Nullable Own own,
      List<KeptAnswer> kept,
      Set<String> receipts,
      @Nullable HelpQuestion question,
      @Nullable LogHead log) {
    this(
        status,
        unreadableFrom,
        own,
        kept,
        receipts,
        question,
        log,
        null,
        null,
        List.of(),
        PollFacts.NONE);
  }

  /** The same with what is known of votes. */
  Facts with(PollFacts others) {
    return new Facts(
        status,
        unreadableFrom,
        own,
        kept,
        receipts,
        question,
        log,
        coded,
        echoed,
        proposals,
        others);
  }

  static Facts of(@Nullable ReceiptState status) {
    return new Facts(status, null, null, List.of(), Set.of(), null, null);
  }

  static Facts of(LocalDate unreadableFrom) {
    return new Facts(null, unreadableFrom, null, List.of(), Set.of(), null, null);
  }

  static Facts of(@Nullable Own own) {
    return new Facts(null, null, own, List.of(), Set.of(), null, null);
  }

  /**
   * @param own whose answers they are, if that is looked for
   */
  static Facts of(List<KeptAnswer> kept, @Nullable Own own) {
    return new Facts(null, null, own, kept, Set.of(), null, null);
  }

  static Facts of(HelpQuestion question) {
    return new Facts(null, null, null, List.of(), Set.of(), question, null);
  }

  static Facts of(Set<String> receipts) {
    return new Facts(null, null, null, List.of(), receipts, null, null);
  }

  static Facts of(@Nullable LogHead log) {
    return new Facts(null, null, null, List.of(), Set.of(), null, log);
  }

  /** The same where a text, whatever else it is, says that something happened to them too. */
  Facts echoing(@Nullable Echoed other) {
    return new Facts(
        status, unreadableFrom, own, kept, receipts, question, log, coded, other, proposals, polls);
  }

  static Facts ofCode(@Nullable Coded coded, Set<String> receipts) {
    return new Facts(
        null, null, null, List.of(), receipts, null, null, coded, null, List.of(), PollFacts.NONE);
  }

  static Facts ofProposals(List<Proposal> open) {
    return new Facts(
        null, null, null, List.of(), Set.of(), null, null, null, null, open, PollFacts.NONE);
  }

  /** Whoever holds a code, in the open poll that it was printed for. */
  record Coded(String poll, PollFacts.Mine holder) {
    @Override
    public String toString() {
      return "Coded[redacted]";
    }
  }

  @Override
  public String toString() {
    return "Facts[redacted]";
  }

  /**
   * A feedback, or a report, that its own sender names.
   *
   * @param answered whether they may say if the answer helped
   * @param shown the words that would be public, if they may say whether they may; null: none
   */
  record Own(
      UUID feedback, String reference, byte[] commitment, boolean answered, @Nullable UUID shown) {}

  /**
   * An entry that takes echoes.
   *
   * @param own it is the writer's own, which counts already
   * @param proposal whether it is supported with it
   */
  record Echoed(String reference, boolean own, boolean proposal) {}
}
