package org.answerable.tlog;

import java.util.ArrayList;
import java.util.List;

/** Goes through a text line by line, and names the line where something is wrong. */
final class Lines {
  private final String text;
  private int start;
  private int number;

  /**
   * @param text each of its lines ends
   */
  Lines(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return start == text.length();
  }

  /** The next line without its newline. */
  String next(String what) throws MalformedException {
    if (atEnd()) {
      throw new MalformedException("it ends before " + what);
    }
    int end = text.indexOf('\n', start);
    String line = text.substring(start, end);
    start = end + 1;
    number++;
    return line;
  }

  boolean nextStartsWith(String prefix) {
    return text.startsWith(prefix, start);
  }

  /** What follows a word and a space on the next line. */
  String after(String word) throws MalformedException {
    String line = next("the line \"" + word + "\"");
    if (!line.startsWith(word + " ")) {
      throw new MalformedException(here("this is not the line \"" + word + "\""));
    }
    return line.substring(word.length() + 1);
  }

  /** Hashes, one a line, to the empty line behind them. */
  List<Hash> hashes(int most) throws MalformedException {
    List<Hash> hashes = new ArrayList<>();
    for (String line; !(line = next("the empty line behind the proof")).isEmpty(); ) {
      if (hashes.size() == most) {
        throw new MalformedException(here("a proof has at most " + most + " hashes"));
      }
      hashes.add(Hash.ofBase64(line, here("the hash")));
    }
    return hashes;
  }

  /** All that was not read yet. */
  String rest() {
    return text.substring(start);
  }

  /** Says of the line that was read last. */
  String here(String what) {
    return "line " + number + ": " + what;
  }
}
