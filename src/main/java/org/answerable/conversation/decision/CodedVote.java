package org.answerable.conversation.decision;

import java.util.List;
import java.util.Optional;
import org.answerable.channel.Reply;
import org.answerable.poll.BallotRead;
import org.answerable.poll.CodeInText;
import org.answerable.poll.OpenPoll;
import org.answerable.poll.PollLimits;
import org.answerable.poll.Voter;
import org.jspecify.annotations.Nullable;

/**
 * Votes with a printed code, {@code K7Q-M2X-WD4 3 1 2}. Nothing of the code stays with the phone:
 * not in its session, and in no text that is kept.
 */
final class CodedVote {
  private final Phrases phrases;
  private final PollTalk polls;

  CodedVote(Phrases phrases, PollTalk polls) {
    this.phrases = phrases;
    this.polls = polls;
  }

  /** The code of a text that may be a vote, to be looked up. */
  static Optional<String> code(CleanText text) {
    return found(text).flatMap(found -> Optional.ofNullable(found.code()));
  }

  private static Optional<CodeInText> found(CleanText text) {
    return text.words().length() > PollLimits.BALLOT_CHARS
        ? Optional.empty()
        : CodeInText.find(text.words());
  }

  /** What a text with a code is to the polls; empty: there is none, or it says something else. */
  Optional<Decision> vote(Situation situation) {
    return found(situation.text()).flatMap(found -> vote(situation, found));
  }

  private Optional<Decision> vote(Situation situation, CodeInText found) {
    List<OpenPoll> coded = PollSight.coded(situation);
    String rest = found.rest(situation.text().words());
    String code = found.code();
    if (code != null && situation.talk().pin().maySendCodes()) {
      Facts.Coded known = situation.facts().coded();
      Optional<OpenPoll> poll =
          coded.stream()
              .filter(one -> known != null && one.reference().equals(known.poll()))
              .findFirst();
      if (poll.isPresent() && known != null) {
        return vote(situation, poll.get(), code, known.holder(), rest);
      }
    }
    boolean votes =
        PollMenu.isNumbers(rest)
            || coded.stream()
                .anyMatch(poll -> !(read(situation, poll, rest) instanceof BallotRead.Other));
    // what only looks like a code needs a vote beside it: "fee 100 kes" is feedback
    boolean meant = code == null ? votes && !coded.isEmpty() : votes || rest.isEmpty();
    return meant ? Optional.of(refused(situation, code, coded)) : Optional.empty();
  }

  private Optional<Decision> vote(
      Situation situation, OpenPoll poll, String code, PollFacts.Mine holder, String rest) {
    if (rest.isEmpty()) {
      return Optional.of(polls.say(situation, poll, "code-how"));
    }
    return switch (read(situation, poll, rest)) {
      case BallotRead.Vote(String line) ->
          Optional.of(polls.voted(situation, poll, line, new Voter.Holder(code), holder));
      case BallotRead.Wrong wrong -> Optional.of(polls.wrong(situation, poll, wrong));
      case BallotRead.Other other -> Optional.empty();
    };
  }

  private static BallotRead read(Situation situation, OpenPoll poll, String rest) {
    return poll.reader().read(rest, situation.language(), true);
  }

  /** No open vote takes a code: another one that is open is shown, and how it is voted in. */
  private Decision uncoded(Situation situation) {
    if (PollSight.over(situation).stream().anyMatch(PollSight::isCoded)) {
      return polls.late(situation, situation.talk());
    }
    return PollSight.open(situation).isEmpty()
        ? situation.say(phrases.say(situation, "poll-none"))
        : polls.asked(situation, List.of());
  }

  /** One answer, whatever is wrong with it: mistyped, never given out, or guessed too often. */
  private Decision refused(Situation situation, @Nullable String code, List<OpenPoll> coded) {
    if (coded.isEmpty()) {
      return uncoded(situation);
    }
    Reply reply = polls.say(situation, coded.getFirst(), "code-wrong").reply();
    Talk talk = situation.talk();
    Talk next = code == null ? talk : talk.pin(talk.pin().guessedCode());
    return situation.decide(reply, next, List.of());
  }
}
