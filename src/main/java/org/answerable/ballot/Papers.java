package org.answerable.ballot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The ballots of a poll as every method counts them: withdrawn candidates are gone, repeated
 * mentions dropped, empty ranks closed up, blank ballots set aside.
 *
 * @param standing the numbers of the candidates who did not withdraw
 * @param ballots the valid ones: those that mention somebody who stands
 * @param valid how many those are
 * @param blank how many mention nobody who stands
 */
record Papers(
    RankedPoll poll, List<Integer> standing, List<Ballot> ballots, long valid, long blank) {
  static Papers of(RankedPoll poll) {
    BitSet withdrawn = new BitSet();
    List<Integer> standing = new ArrayList<>();
    for (Candidate candidate : poll.candidates()) {
      if (candidate.withdrawn()) {
        withdrawn.set(candidate.number());
      } else {
        standing.add(candidate.number());
      }
    }
    List<Ballot> ballots = new ArrayList<>(poll.ballots().size());
    BitSet seen = new BitSet();
    long valid = 0;
    long blank = 0;
    for (Ballot cast : poll.ballots()) {
      Ballot ballot = cast.cleaned(withdrawn, seen);
      if (ballot.length() > 0) {
        ballots.add(ballot);
        valid += ballot.weight();
      } else {
        blank += ballot.weight();
      }
    }
    return new Papers(poll, List.copyOf(standing), ballots, valid, blank);
  }

  /** Whether there is anything to count; without, nobody wins: never a lot. */
  boolean areBlank() {
    return valid == 0;
  }

  /** At each number whether that candidate stands. */
  boolean[] continuing() {
    boolean[] continuing = new boolean[arraySize()];
    standing.forEach(number -> continuing[number] = true);
    return continuing;
  }

  TieOrder ties() {
    return poll.ties();
  }

  int seats() {
    return poll.seats();
  }

  /** Long enough for an entry at each candidate's number. */
  int arraySize() {
    return poll.candidates().size() + 1;
  }
}
