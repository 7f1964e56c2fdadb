package org.answerable.ballot.file;

import java.util.List;
import org.answerable.ballot.BallotLimits;

/** Texts in double quotation marks, in which two of them mean one. */
final class Quoted {
  private static final char MARK = '"';

  private Quoted() {}

  /** Adds all texts of a line, which may end with a comment. */
  static void addAll(String line, List<String> texts) throws Fault {
    int at = skipBlank(line, 0);
    while (at < line.length() && line.charAt(at) != '#') {
      if (line.charAt(at) != MARK) {
        throw new Fault("names stand in double quotation marks, as in \"Ann\"");
      }
      int end = end(line, at);
      String text = line.substring(at + 1, end).replace("\"\"", "\"");
      if (text.length() > BallotLimits.NAME_CHARS) {
        throw new Fault("a name is longer than " + BallotLimits.NAME_CHARS + " characters");
      }
      texts.add(text);
      at = skipBlank(line, end + 1);
    }
  }

  /** The place of the mark that closes the text which one opens. */
  static int end(String line, int open) throws Fault {
    int at = open + 1;
    while (at < line.length()) {
      if (line.charAt(at) != MARK) {
        at++;
      } else if (at + 1 < line.length() && line.charAt(at + 1) == MARK) {
        at += 2;
      } else {
        return at;
      }
    }
    throw new Fault("a double quotation mark is opened and not closed on the same line");
  }

  /** In marks, for a file. What breaks a line becomes a space, for a text stands on one line. */
  static String quote(String text) {
    return MARK + text.replaceAll("\\R", " ").replace("\"", "\"\"") + MARK;
  }

  private static int skipBlank(String line, int from) {
    int at = from;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at;
  }
}
