package org.answerable.poll;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.answerable.flow.BallotWords;
import org.answerable.flow.Choice;
import org.answerable.flow.Choices;
import org.answerable.poll.BallotRead.Fault;
import org.answerable.poll.BallotToken.Kind;
import org.answerable.responselog.PollTerms;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody typed as a vote in one poll: numbers in the digits of any script, options'
 * names, misspelt too, and words that say nothing beside them. It never guesses between two, and
 * what holds any other word is no vote. A function of the text. Immutable.
 */
public final class BallotReader {
  private static final String ZEROS = "^0+(?=.)";

  private final Form form;
  private final Choices choices;
  private final int options;
  private final BallotWords words;

  public BallotReader(PollTerms terms, BallotWords words) {
    this.form = Form.of(terms.form());
    this.choices = choices(terms);
    this.options = terms.options().size();
    this.words = words;
  }

  static Choices choices(PollTerms terms) {
    return Choices.of(
        IntStream.range(0, terms.options().size())
            .filter(place -> !terms.options().get(place).labels().isEmpty()) // it was removed
            .mapToObj(
                place -> new Choice(String.valueOf(place + 1), terms.options().get(place).labels()))
            .toList());
  }

  /**
   * Reads a text.
   *
   * @param asked whether the poll was the last thing that this phone was asked; if it was not, only
   *     numbers alone can be a vote
   */
  public BallotRead read(String text, String language, boolean asked) {
    if (text.length() > PollLimits.BALLOT_CHARS) {
      return new BallotRead.Other();
    }
    List<BallotToken> tokens = BallotToken.of(text);
    if (!asked && !isNumbers(tokens)) {
      return new BallotRead.Other();
    }
    List<BallotAtom> atoms = BallotAtom.of(tokens, choices, words, language);
    return form == Form.POINTS ? new PointsReader(options).read(atoms) : new Run().read(atoms);
  }

  /** Whether a text is numbers, none of which may be a PIN or a year. */
  private static boolean isNumbers(List<BallotToken> tokens) {
    return tokens.stream()
        .noneMatch(
            token ->
                token.kind() == Kind.WORD
                    || token.kind() == Kind.NUMBER
                        && token.text().replaceFirst(ZEROS, "").length()
                            >= PollLimits.PERHAPS_SECRET_DIGITS);
  }

  /**
   * One mention.
   *
   * @param equal shares the rank of the one before
   */
  private record Item(int option, boolean equal) {}

  private BallotRead voteOf(List<Item> items) {
    Set<Integer> options = new TreeSet<>();
    items.forEach(item -> options.add(item.option));
    return switch (form) {
      case ONE ->
          options.size() == 1 ? vote(List.of(options)) : new BallotRead.Wrong(Fault.TOO_MANY, "");
      case SOME, BUDGET -> vote(List.of(options));
      case ORDER, POINTS -> order(items);
    };
  }

  private static BallotRead order(List<Item> items) {
    Set<Integer> seen = new HashSet<>();
    List<Set<Integer>> ranks = new ArrayList<>();
    for (Item item : items) {
      if (!seen.add(item.option)) {
        return new BallotRead.Wrong(Fault.TWICE, String.valueOf(item.option));
      }
      if (!item.equal || ranks.isEmpty()) {
        ranks.add(new TreeSet<>());
      }
      ranks.getLast().add(item.option);
    }
    return vote(ranks);
  }

  private static BallotRead vote(List<Set<Integer>> ranks) {
    return new BallotRead.Vote(BallotLine.ofRanks(ranks));
  }

  /** Goes through one text. */
  private final class Run {
    private final List<Item> items = new ArrayList<>();
    private @Nullable BallotRead stopped;

    /** What stood just before, with nothing that parts in between. */
    private BallotAtom.@Nullable Kind beside;

    private boolean equal;

    BallotRead read(List<BallotAtom> atoms) {
      for (BallotAtom atom : atoms) {
        switch (atom.kind()) {
          case NAME -> option(atom.option(), atom.kind(), "");
          case NUMBER -> number(atom.text(), atom.written());
          case EQUAL -> equal = !items.isEmpty();
          case BREAK -> beside = null;
          case DOUBT -> stop(new BallotRead.Wrong(Fault.UNCLEAR, ""));
          case OTHER -> stop(new BallotRead.Other());
        }
      }
      BallotRead found = stopped;
      if (found != null) {
        return found;
      }
      return items.isEmpty() ? new BallotRead.Other() : voteOf(items);
    }

    /** Of several faults the first; but a word that belongs to no vote makes it none. */
    private void stop(BallotRead why) {
      if (stopped == null || why instanceof BallotRead.Other) {
        stopped = why;
      }
    }

    private void number(String digits, String written) {
      String bare = digits.replaceFirst(ZEROS, "");
      if (bare.length() == 1) {
        option(
            bare.charAt(0) - '0', BallotAtom.Kind.NUMBER, written.equals(digits) ? bare : written);
      } else if (form != Form.ONE && areOptions(bare)) {
        beside = null;
        bare.chars().forEach(digit -> option(digit - '0', BallotAtom.Kind.NUMBER, bare));
      } else {
        stop(new BallotRead.Wrong(Fault.NOT_LISTED, digits));
      }
    }

    /** "312" can only be three of nine; "10" is a number that is not there. */
    private boolean areOptions(String digits) {
      return digits.chars().allMatch(digit -> isListed(digit - '0'))
          && digits.chars().distinct().count() == digits.length();
    }

    private boolean isListed(int number) {
      return number >= 1 && number <= options;
    }

    /** A number and a name that stand side by side are one mention, if they mean the same. */
    private void option(int number, BallotAtom.Kind kind, String written) {
      if (!isListed(number)) {
        stop(new BallotRead.Wrong(Fault.NOT_LISTED, written));
        return;
      }
      boolean paired = beside != null && beside != kind;
      beside = paired ? null : kind;
      if (!paired) {
        items.add(new Item(number, equal));
      } else if (items.getLast().option != number) {
        stop(new BallotRead.Wrong(Fault.UNCLEAR, ""));
      }
      equal = false;
    }
  }
}
