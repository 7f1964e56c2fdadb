package org.answerable.poll;

import java.util.ArrayList;
import java.util.List;
import org.answerable.flow.BallotWords;
import org.answerable.flow.Choice;
import org.answerable.flow.Choices;

/**
 * What a piece of a typed vote means by itself.
 *
 * @param text of a number its digits, of a name the option's number
 * @param written as it was typed
 */
record BallotAtom(Kind kind, String text, String written) {
  enum Kind {
    NUMBER,
    /** An option's name. */
    NAME,
    EQUAL,
    BREAK,
    /** Whoever says it names two and chooses none. */
    DOUBT,
    /** It belongs to no vote. */
    OTHER
  }

  int option() {
    return Integer.parseInt(text);
  }

  /** The pieces of a text in their order; words that say nothing beside a vote are left out. */
  static List<BallotAtom> of(
      List<BallotToken> tokens, Choices choices, BallotWords words, String language) {
    List<BallotAtom> atoms = new ArrayList<>();
    List<String> run = new ArrayList<>();
    for (BallotToken token : tokens) {
      if (token.kind() == BallotToken.Kind.WORD) {
        run.add(token.text());
      } else {
        atoms.addAll(named(run, choices, words, language));
        run.clear();
        Kind kind =
            switch (token.kind()) {
              case NUMBER, WORD -> Kind.NUMBER;
              case EQUAL -> Kind.EQUAL;
              case BREAK -> Kind.BREAK;
            };
        atoms.add(new BallotAtom(kind, token.text(), token.text()));
      }
    }
    atoms.addAll(named(run, choices, words, language));
    return atoms;
  }

  private static List<BallotAtom> named(
      List<String> run, Choices choices, BallotWords words, String language) {
    List<BallotAtom> atoms = new ArrayList<>();
    int at = 0;
    while (at < run.size()) {
      int to = Math.min(run.size(), at + PollLimits.NAME_WORDS);
      Choice found = null;
      for (; to > at && found == null; to--) {
        found = choices.match(String.join(" ", run.subList(at, to)), language);
      }
      if (found != null) {
        atoms.add(new BallotAtom(Kind.NAME, found.value(), ""));
        at = to + 1;
      } else {
        word(run.get(at), words, atoms);
        at++;
      }
    }
    return atoms;
  }

  private static void word(String word, BallotWords words, List<BallotAtom> atoms) {
    Integer number = words.numbers().get(word);
    if (number != null) {
      atoms.add(new BallotAtom(Kind.NUMBER, String.valueOf(number), word));
    } else if (words.doubt().contains(word)) {
      atoms.add(new BallotAtom(Kind.DOUBT, "", word));
    } else if (!words.beside().contains(word)) {
      atoms.add(new BallotAtom(Kind.OTHER, "", word));
    }
  }

  @Override
  public String toString() {
    return "BallotAtom[redacted]";
  }
}
