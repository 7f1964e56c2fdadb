package org.answerable.conversation.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerable.conversation.decision.PollFacts.Mine;
import org.answerable.flow.Session;
import org.answerable.flow.SessionCodec;
import org.answerable.poll.BallotRead;
import org.answerable.poll.OpenPoll;
import org.answerable.responselog.Eligible;
import org.jspecify.annotations.Nullable;

/** Which polls a text can be about, by what is known of them. */
public final class PollSight {
  /** In place of a poll's mark: which of several is asked for. */
  public static final String MENU = "menu";

  private static final String FLOW = "poll";

  private PollSight() {}

  static PollFacts known(Situation situation) {
    return situation.facts().polls();
  }

  /** Those that are open, and were when the text was sent. */
  static List<OpenPoll> open(Situation situation) {
    LocalDate sent = sent(situation);
    return known(situation).open().stream()
        .filter(poll -> !situation.today().isAfter(poll.terms().closes()))
        .filter(poll -> !sent.isBefore(poll.terms().opens()))
        .toList();
  }

  static LocalDate sent(Situation situation) {
    Instant sent = known(situation).sent();
    return sent == null ? situation.today() : situation.home().day(sent);
  }

  /** Those that ended lately, and one that is not counted yet, though its last day is over. */
  static List<OpenPoll> over(Situation situation) {
    return Stream.concat(
            known(situation).over().stream(),
            known(situation).open().stream()
                .filter(poll -> situation.today().isAfter(poll.terms().closes())))
        .toList();
  }

  /** Which poll a late vote is for, as far as anybody can tell: of those that it fits the last. */
  static Optional<OpenPoll> meant(Situation situation) {
    List<OpenPoll> over = over(situation);
    List<OpenPoll> fitting =
        over.stream()
            .filter(poll -> read(poll, situation, true) instanceof BallotRead.Vote)
            .toList();
    List<OpenPoll> among = fitting.isEmpty() ? over : fitting;
    return among.isEmpty() ? Optional.empty() : Optional.of(among.getLast());
  }

  /**
   * Whether a fetched text may have been meant for another poll, which is over by now: not where
   * this one was the last that was asked.
   */
  static boolean isDoubtful(Situation situation, OpenPoll poll) {
    return known(situation).sent() != null
        && !mine(situation, poll).mark().equals(lastAsked(situation.talk()))
        && known(situation).over().stream()
            .anyMatch(other -> !other.terms().closes().isBefore(sent(situation)));
  }

  static Optional<OpenPoll> marked(Situation situation, String mark) {
    return open(situation).stream()
        .filter(
            poll -> known(situation).in(poll).filter(one -> one.mark().equals(mark)).isPresent())
        .findFirst();
  }

  static Mine mine(Situation situation, OpenPoll poll) {
    return known(situation)
        .in(poll)
        .orElseThrow(() -> new IllegalStateException("a vote of which nothing was looked up"));
  }

  /** Those to which a text means something. */
  static List<OpenPoll> reading(Situation situation, List<OpenPoll> among, boolean asked) {
    return among.stream()
        .filter(poll -> !(read(poll, situation, asked) instanceof BallotRead.Other))
        .toList();
  }

  static BallotRead read(OpenPoll poll, Situation situation, boolean asked) {
    return poll.reader().read(situation.text().words(), situation.language(), asked);
  }

  /** The open ones that take printed codes. */
  static List<OpenPoll> coded(Situation situation) {
    return open(situation).stream().filter(PollSight::isCoded).toList();
  }

  static boolean isCoded(OpenPoll poll) {
    return poll.terms().eligible() instanceof Eligible.Codes;
  }

  static boolean isNumbers(Situation situation) {
    return isNumbers(situation.text());
  }

  /** Whether a text has what a printed code looks like. */
  public static boolean hasCode(CleanText text) {
    return CodedVote.code(text).isPresent();
  }

  /** Whether a text is a number, or several. */
  public static boolean isNumbers(CleanText text) {
    return PollMenu.isNumbers(text.words());
  }

  /** The poll's mark, or the menu, where that was asked last; null: something else was. */
  public static @Nullable String lastAsked(Talk talk) {
    byte[] asked = talk.asked();
    Session session = asked == null ? null : SessionCodec.decode(asked);
    return session != null && session.flow().equals(FLOW) ? session.node() : null;
  }

  /** The talk as a vote finds it: whoever was asked for a proposal may vote first. */
  public static Talk beforeProposing(Talk talk) {
    return ProposeTalk.unasked(talk);
  }

  static Situation beforeProposing(Situation situation) {
    return situation.keeping(situation.text().kept(), beforeProposing(situation.talk()));
  }

  /**
   * A poll is asked about; what was asked before comes back once it is over.
   *
   * @param name the poll's mark, or {@link #MENU}
   */
  public static Talk asking(Talk talk, String name) {
    byte[] waiting = lastAsked(talk) == null ? talk.asked() : talk.behind();
    return talk.askingFirst(SessionCodec.encode(new Session(FLOW, name, List.of())), waiting);
  }
}
