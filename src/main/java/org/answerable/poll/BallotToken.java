package org.answerable.poll;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of what somebody typed as a vote.
 *
 * @param text a number in 0 to 9, or a word in small letters and without accents
 */
record BallotToken(Kind kind, String text) {
  enum Kind {
    NUMBER,
    WORD,
    /** Two options share a place. */
    EQUAL,
    /** What stands before has nothing to do with what stands behind. */
    BREAK
  }

  static List<BallotToken> of(String text) {
    List<BallotToken> tokens = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    Kind kind = null;
    for (int sign : Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().toArray()) {
      if (isInvisible(sign)) {
        continue;
      }
      Kind next = kind(sign);
      if (kind != null && kind != next) {
        tokens.add(new BallotToken(kind, open.toString()));
        open.setLength(0);
      }
      if (next == Kind.NUMBER) {
        open.append(Character.getNumericValue(sign));
      } else if (next != null) {
        open.appendCodePoint(Character.toLowerCase(sign));
      }
      kind = next;
    }
    if (kind != null) {
      tokens.add(new BallotToken(kind, open.toString()));
    }
    return tokens;
  }

  /** Null: it parts, and says nothing: a blank, a full stop, a bracket. */
  private static @Nullable Kind kind(int sign) {
    if (isDigit(sign)) {
      return Kind.NUMBER;
    }
    if (Character.isLetter(sign) || Character.getType(sign) == Character.COMBINING_SPACING_MARK) {
      return Kind.WORD;
    }
    return switch (sign) {
      case '=' -> Kind.EQUAL;
      case ',', ';', '\n', '>', '/', '+', '&', '،', '؛', '、', '፣', '፤' -> Kind.BREAK;
      default -> null;
    };
  }

  private static boolean isDigit(int sign) {
    int type = Character.getType(sign);
    int value = Character.getNumericValue(sign);
    return value >= 0
        && value <= 9
        && (type == Character.DECIMAL_DIGIT_NUMBER || type == Character.OTHER_NUMBER);
  }

  private static boolean isInvisible(int sign) {
    int type = Character.getType(sign);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }

  @Override
  public String toString() {
    return "BallotToken[redacted]";
  }
}
