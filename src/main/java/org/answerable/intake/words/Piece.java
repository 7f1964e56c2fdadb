package org.answerable.intake.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A run of letters, or of digits, in lower case and without accents. "don't" and "im14" are two
 * pieces each; {@link Forms} puts them together again.
 *
 * @param start of its first character in the text it is from
 * @param end behind its last
 * @param joint what stands between it and the piece before
 */
record Piece(String form, int start, int end, Joint joint) {

  enum Joint {
    /** A letter beside a digit. */
    GLUED,
    APOSTROPHE,
    /** Spaces, commas, hyphens. */
    SPACE,
    /** The end of a sentence, or the beginning of the text. */
    SENTENCE
  }

  private static final String APOSTROPHES = "'’‘`´ʼ′";
  private static final String SENTENCE_ENDS = ".!?;\n\r…。؟।";

  /** Letters that Unicode does not take apart. */
  private static final Map<Integer, String> TWO_LETTERS =
      Map.of((int) 'œ', "oe", (int) 'æ', "ae", (int) 'ß', "ss");

  boolean beginsWord() {
    return joint == Joint.SPACE || joint == Joint.SENTENCE;
  }

  static List<Piece> of(String text) {
    return new Cutter(text).cut();
  }

  private static final class Cutter {
    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder form = new StringBuilder();
    private int start;
    private int end;
    private boolean digits;

    Cutter(String text) {
      this.text = text;
    }

    List<Piece> cut() {
      int size;
      for (int at = 0; at < text.length(); at += size) {
        int character = text.codePointAt(at);
        size = Character.charCount(character);
        if (character < 128) {
          plain(character, at);
        } else {
          apart(character, at, size);
        }
      }
      finish();
      return pieces;
    }

    private void plain(int character, int at) {
      if (character >= 'A' && character <= 'Z') {
        add(character + 'a' - 'A', at, 1);
      } else if (character >= 'a' && character <= 'z' || character >= '0' && character <= '9') {
        add(character, at, 1);
      } else {
        finish();
      }
    }

    /** Accents fall away; letters of other scripts stay as they are. */
    private void apart(int character, int at, int size) {
      int type = Character.getType(character);
      if (type == Character.FORMAT || type == Character.NON_SPACING_MARK) {
        keepMark(character, at, size, type == Character.FORMAT);
        return;
      }
      String parts = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
      boolean word =
          Character.isLetterOrDigit(parts.codePointAt(0))
              || type == Character.COMBINING_SPACING_MARK;
      if (!word) {
        finish();
        return;
      }
      parts.codePoints().forEach(part -> addPart(part, at, size));
    }

    private void addPart(int part, int at, int size) {
      if (Character.getType(part) == Character.NON_SPACING_MARK) {
        keepMark(part, at, size, false);
        return;
      }
      int lower = Character.toLowerCase(part);
      if (Character.isDigit(lower)) {
        add('0' + Character.digit(lower, 10), at, size);
      } else {
        TWO_LETTERS
            .getOrDefault(lower, Character.toString(lower))
            .codePoints()
            .forEach(letter -> add(letter, at, size));
      }
    }

    private void keepMark(int mark, int at, int size, boolean invisible) {
      if (form.isEmpty()) {
        return;
      }
      end = at + size;
      if (!invisible && form.charAt(form.length() - 1) >= 128) {
        form.appendCodePoint(mark);
      }
    }

    private void add(int letter, int at, int size) {
      boolean digit = letter >= '0' && letter <= '9';
      if (!form.isEmpty() && digit != digits) {
        finish();
      }
      if (form.isEmpty()) {
        start = at;
        digits = digit;
      }
      form.appendCodePoint(letter);
      end = at + size;
    }

    private void finish() {
      if (!form.isEmpty()) {
        pieces.add(new Piece(form.toString(), start, end, joint()));
        form.setLength(0);
      }
    }

    private Joint joint() {
      if (pieces.isEmpty()) {
        return Joint.SENTENCE;
      }
      int last = pieces.getLast().end;
      if (start <= last) { // one sign may hold two pieces, as ㎢ does
        return Joint.GLUED;
      }
      String between = text.substring(last, start);
      if (between.length() == 1 && APOSTROPHES.contains(between)) {
        return Joint.APOSTROPHE;
      }
      boolean pause = between.contains("..") || between.contains("…");
      boolean sentence = between.chars().anyMatch(sign -> SENTENCE_ENDS.indexOf(sign) >= 0);
      return sentence && !pause ? Joint.SENTENCE : Joint.SPACE;
    }
  }

  @Override
  public String toString() {
    return "Piece[redacted]";
  }
}
