package org.answerable.poll;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.answerable.poll.BallotRead.Fault;
import org.jspecify.annotations.Nullable;

/** Goes through one text that shares points: {@code 1=5 2=3}, {@code water 5, roof 3}. */
final class PointsReader {
  private static final String ZEROS = "^0+(?=.)";
  private final int options;
  private final SortedMap<Integer, Integer> points = new TreeMap<>();
  private @Nullable BallotRead stopped;

  /** The option whose points come next; 0: none. */
  private int pending;

  /** Whether a number that comes next is its points: behind another number only with a sign. */
  private boolean given;

  PointsReader(int options) {
    this.options = options;
  }

  BallotRead read(List<BallotAtom> atoms) {
    boolean any = false;
    for (BallotAtom atom : atoms) {
      any |= atom.kind() == BallotAtom.Kind.NUMBER || atom.kind() == BallotAtom.Kind.NAME;
      switch (atom.kind()) {
        case NUMBER -> number(atom.text().replaceFirst(ZEROS, ""), atom.written());
        case NAME -> named(atom.option());
        case EQUAL -> given = pending != 0;
        case BREAK -> end();
        case DOUBT -> stop(new BallotRead.Wrong(Fault.UNCLEAR, ""));
        case OTHER -> stop(new BallotRead.Other());
      }
    }
    end();
    BallotRead found = stopped;
    return found != null ? found : any ? vote() : new BallotRead.Other();
  }

  private BallotRead vote() {
    points.values().removeIf(none -> none == 0);
    int sum = points.values().stream().mapToInt(Integer::intValue).sum();
    if (points.isEmpty()) {
      return new BallotRead.Wrong(Fault.UNCLEAR, "");
    }
    return sum > PollLimits.POINTS
        ? new BallotRead.Wrong(Fault.TOO_MANY_POINTS, String.valueOf(sum))
        : new BallotRead.Vote(BallotLine.ofPoints(points));
  }

  private void number(String digits, String written) {
    if (pending != 0 && given) {
      give(digits.length() > PollLimits.POINTS_DIGITS ? PollLimits.POINTS + 1 : number(digits));
    } else if (pending != 0) {
      stop(new BallotRead.Wrong(Fault.UNCLEAR, ""));
    } else if (digits.length() > 1 || number(digits) < 1 || number(digits) > options) {
      stop(new BallotRead.Wrong(Fault.NOT_LISTED, written));
    } else {
      pending = number(digits);
      given = false;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** Behind its own number it says nothing new. */
  private void named(int option) {
    if (pending != 0 && pending != option) {
      stop(new BallotRead.Wrong(Fault.UNCLEAR, ""));
    }
    pending = option;
    given = true;
  }

  private void give(int number) {
    if (points.putIfAbsent(pending, number) != null) {
      stop(new BallotRead.Wrong(Fault.TWICE, String.valueOf(pending)));
    }
    pending = 0;
  }

  private void end() {
    if (pending != 0) {
      stop(new BallotRead.Wrong(Fault.UNCLEAR, ""));
      pending = 0;
    }
  }

  /** Of several faults the first; but a word that belongs to no vote makes it none. */
  private void stop(BallotRead why) {
    if (stopped == null || why instanceof BallotRead.Other) {
      stopped = why;
    }
  }
}
