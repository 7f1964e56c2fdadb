package org.answerable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.answerable.ballot.BallotLimits;
import org.jspecify.annotations.Nullable;

/**
 * The lines of somebody's file, which may be of any size and no text at all: one line at a time is
 * in memory, and what passes a limit ends it. Line ends are LF, CRLF or CR.
 */
final class BoundedLines implements Iterator<String> {
  private static final int BUFFER_CHARS = 1 << 16;

  private final Reader reader;
  private final char[] buffer = new char[BUFFER_CHARS];
  private final StringBuilder line = new StringBuilder();
  private int at;
  private int end;
  private int linesRead;
  private @Nullable String next;

  BoundedLines(InputStream utf8) {
    this.reader =
        new InputStreamReader(
            utf8,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** It can't be read on: too long, too many lines, or not UTF-8. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String what;

    Unreadable(int line, String what) {
      super(what);
      this.line = line;
      this.what = what;
    }

    int line() {
      return line;
    }

    String what() {
      return what;
    }
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = read();
    }
    return next != null;
  }

  @Override
  public String next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    String taken = next;
    next = null;
    return taken;
  }

  private @Nullable String read() {
    line.setLength(0);
    int character = character();
    if (character < 0) {
      return null;
    }
    if (++linesRead > BallotLimits.LINES) {
      throw unreadable("more than " + BallotLimits.LINES + " lines; write equal ballots as one");
    }
    while (character >= 0 && character != '\n' && character != '\r') {
      if (line.length() == BallotLimits.LINE_CHARS) {
        throw unreadable("the line is longer than " + BallotLimits.LINE_CHARS + " characters");
      }
      line.append((char) character);
      character = character();
    }
    if (character == '\r') {
      skipLineFeed();
    }
    return line.toString();
  }

  /** Of CRLF; what else follows a CR is the next line's. */
  private void skipLineFeed() {
    int character = character();
    if (character >= 0 && character != '\n') {
      at--;
    }
  }

  private int character() {
    try {
      if (at == end) {
        end = reader.read(buffer);
        at = 0;
      }
      if (end <= 0) {
        end = 0;
        return -1;
      }
      return buffer[at++];
    } catch (CharacterCodingException foreign) {
      throw unreadable("the file is not UTF-8 from about here on; save it as such");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Unreadable unreadable(String what) {
    return new Unreadable(Math.max(1, linesRead), what);
  }
}
