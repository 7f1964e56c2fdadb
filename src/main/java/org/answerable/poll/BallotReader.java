package org.answerable.poll;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.answerable.ballot.Ballot;
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
  /** Words of the longest name. */
  private static final int PHRASE_WORDS = 8;

  /** So many digits without a space may be a PIN or a year. */
  private static final int PERHAPS_SECRET = 4;

  private final Form form;
  private final Choices choices;
  private final BallotWords words;

  public BallotReader(PollTerms terms, BallotWords words) {
    this.form = Form.of(terms.form());
    this.choices = choices(terms);
    this.words = words;
  }

  static Choices choices(PollTerms terms) {
    return Choices.of(
        IntStream.range(0, terms.options().size())
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
    if (!asked && tokens.stream().anyMatch(token -> token.kind() == Kind.WORD)) {
      return new BallotRead.Other();
    }
    return new Run(language, asked).read(tokens);
  }

  /**
   * One mention.
   *
   * @param equal shares the rank of the one before
   */
  private record Item(int option, boolean equal) {}

  private BallotRead vote(List<Item> items) {
    Set<Integer> options = new TreeSet<>();
    items.forEach(item -> options.add(item.option));
    return switch (form) {
      case ONE ->
          options.size() == 1
              ? new BallotRead.Vote(Ballot.of(1, items.getFirst().option))
              : new BallotRead.Wrong(Fault.TOO_MANY, "");
      case SOME, BUDGET -> new BallotRead.Vote(Ballot.approving(1, List.copyOf(options)));
      case ORDER -> order(items);
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
    return new BallotRead.Vote(
        Ballot.ranked(1, ranks.stream().<List<Integer>>map(List::copyOf).toList()));
  }

  private static int number(Choice choice) {
    return Integer.parseInt(choice.value());
  }

  /** Goes through one text. */
  private final class Run {
    private final String language;
    private final boolean asked;
    private final List<Item> items = new ArrayList<>();
    private final List<String> run = new ArrayList<>();
    private @Nullable BallotRead stopped;

    /** What stood just before, with nothing that parts in between. */
    private @Nullable Kind beside;

    private boolean equal;

    Run(String language, boolean asked) {
      this.language = language;
      this.asked = asked;
    }

    BallotRead read(List<BallotToken> tokens) {
      for (BallotToken token : tokens) {
        switch (token.kind()) {
          case WORD -> run.add(token.text());
          case NUMBER -> {
            flush();
            number(token.text());
          }
          case EQUAL -> {
            flush();
            equal = !items.isEmpty();
          }
          case BREAK -> {
            flush();
            beside = null;
          }
        }
      }
      flush();
      BallotRead found = stopped;
      if (found != null) {
        return found;
      }
      return items.isEmpty() ? new BallotRead.Other() : vote(items);
    }

    /** Of several faults the first; but a word that belongs to no vote makes it none. */
    private void stop(BallotRead why) {
      if (stopped == null || why instanceof BallotRead.Other) {
        stopped = why;
      }
    }

    private void number(String digits) {
      String bare = digits.replaceFirst("^0+(?=.)", "");
      if (bare.length() == 1) {
        option(bare.charAt(0) - '0', Kind.NUMBER, bare);
      } else if (!asked && bare.length() >= PERHAPS_SECRET) {
        stop(new BallotRead.Other());
      } else if (form != Form.ONE && areOptions(bare)) {
        beside = null;
        bare.chars().forEach(digit -> option(digit - '0', Kind.NUMBER, bare));
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
      return number >= 1 && number <= choices.all().size();
    }

    /** A number and a name that stand side by side are one mention, if they mean the same. */
    private void option(int number, Kind kind, String written) {
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

    /** What the words since the last number or sign mean. */
    private void flush() {
      int at = 0;
      while (at < run.size()) {
        int taken = name(at);
        if (taken == 0 && !says(run.get(at))) {
          stop(new BallotRead.Other());
        }
        at += Math.max(1, taken);
      }
      run.clear();
    }

    /** How many words from there are an option's name, the longest first; 0: none. */
    private int name(int from) {
      int most = Math.min(run.size(), from + PHRASE_WORDS);
      for (int to = most; to > from; to--) {
        Choice named = choices.match(String.join(" ", run.subList(from, to)), language);
        if (named != null) {
          option(BallotReader.number(named), Kind.WORD, "");
          return to - from;
        }
      }
      return 0;
    }

    /** Whether a word may stand in a vote. */
    private boolean says(String word) {
      Integer number = words.numbers().get(word);
      if (number != null) {
        option(number, Kind.NUMBER, word);
      } else if (words.doubt().contains(word)) {
        stop(new BallotRead.Wrong(Fault.UNCLEAR, ""));
      }
      return number != null || words.doubt().contains(word) || words.beside().contains(word);
    }
  }
}
