package org.answerable.intake.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.answerable.intake.words.Piece.Joint;

/**
 * The words that may stand at a place of a text, in the ways that people break and stretch them.
 */
final class Forms {
  /** What is part of its neighbour even with a space between: "don t", "i m", "j ai". */
  private static final Set<String> LONE =
      Set.of("t", "nt", "m", "s", "d", "ll", "ve", "re", "j", "l", "n", "c", "qu");

  private Forms() {}

  /**
   * One reading of what begins at a piece.
   *
   * @param next the piece behind it
   */
  record Form(String word, int next) {}

  /** All readings of what begins at a piece. */
  static List<Form> at(List<Piece> pieces, int at) {
    List<Form> forms = new ArrayList<>(3);
    StringBuilder word = new StringBuilder(pieces.get(at).form());
    add(forms, word.toString(), at + 1);
    int last = Math.min(pieces.size(), at + ListLimits.WORD_PIECES);
    for (int next = at + 1; next < last && joins(pieces, next); next++) {
      word.append(pieces.get(next).form());
      add(forms, word.toString(), next + 1);
    }
    return forms;
  }

  private static boolean joins(List<Piece> pieces, int next) {
    Piece piece = pieces.get(next);
    Piece before = pieces.get(next - 1);
    boolean besideIt = piece.start() - before.end() == 1;
    return !piece.beginsWord()
        || piece.joint() == Joint.SPACE
            && besideIt
            && (LONE.contains(piece.form()) || LONE.contains(before.form()));
  }

  private static void add(List<Form> forms, String word, int next) {
    if (word.length() > ListLimits.WORD_CHARS) {
      return;
    }
    forms.add(new Form(word, next));
    if (stretched(word)) {
      forms.add(new Form(shortened(word, 2), next));
      forms.add(new Form(shortened(word, 1), next));
    }
  }

  /** Whether a letter stands three times: "pleeease". Digits don't count: 5000. */
  private static boolean stretched(String word) {
    for (int at = 2; at < word.length(); at++) {
      char letter = word.charAt(at);
      if (letter == word.charAt(at - 1)
          && letter == word.charAt(at - 2)
          && Character.isLetter(letter)) {
        return true;
      }
    }
    return false;
  }

  private static String shortened(String word, int most) {
    StringBuilder result = new StringBuilder();
    int run = 0;
    for (int at = 0; at < word.length(); at++) {
      run = at > 0 && word.charAt(at) == word.charAt(at - 1) ? run + 1 : 1;
      if (run <= most || Character.isDigit(word.charAt(at))) {
        result.append(word.charAt(at));
      }
    }
    return result.toString();
  }

  /** A word of a file: its pieces as the words that a text would have. */
  static List<String> words(String written) {
    List<String> words = new ArrayList<>();
    for (Piece piece : Piece.of(written)) {
      if (piece.beginsWord()) {
        words.add(piece.form());
      } else {
        words.add(words.removeLast() + piece.form());
      }
    }
    return words;
  }
}
