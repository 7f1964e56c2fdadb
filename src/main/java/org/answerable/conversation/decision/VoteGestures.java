package org.answerable.conversation.decision;

import java.util.Optional;
import org.answerable.channel.Manner;
import org.answerable.intake.words.WordLists;

/** Votes of whoever does something else than write: presses, changes, or was not heard at first. */
final class VoteGestures {
  private final PollTalk polls;
  private final CodedVote coded;
  private final WordLists lists;

  VoteGestures(PollTalk polls, CodedVote coded, WordLists lists) {
    this.polls = polls;
    this.coded = coded;
    this.lists = lists;
  }

  /** What it is to the polls; empty: nothing. Whoever endangers or confides something is heard. */
  Optional<Decision> of(Situation situation, Manner manner) {
    boolean confides = ConfidingTalk.confides(situation, lists.find(situation.text().words()));
    boolean heard = confides && !(manner instanceof Manner.Pressed); // a button says one thing
    if (situation.person().stopped() || heard) {
      return Optional.empty();
    }
    return switch (manner) {
      case Manner.Pressed pressed -> polls.tapped(situation);
      case Manner.Late late ->
          coded.vote(situation).or(() -> polls.late(PollSight.beforeProposing(situation)));
      case Manner.Edited edited -> coded.vote(situation).or(() -> polls.edited(situation));
      case Manner.Wrote wrote -> Optional.empty();
      case Manner.Answered answered -> Optional.empty();
      case Manner.Captioned captioned -> Optional.empty();
      case Manner.Wordless wordless -> Optional.empty();
      case Manner.Began began -> Optional.empty();
      case Manner.Left left -> Optional.empty();
      case Manner.Returned returned -> Optional.empty();
    };
  }
}
