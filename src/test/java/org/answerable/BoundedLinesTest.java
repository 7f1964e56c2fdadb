package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.answerable.ballot.BallotLimits;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {
  @Test
  void linesEndAsAnySystemEndsThem() {
    assertThat(lines("a\nb\r\nc\rd\n\ne")).containsExactly("a", "b", "c", "d", "", "e");
    assertThat(lines("")).isEmpty();
    assertThat(lines("\n")).containsExactly("");
    assertThat(lines("\r")).containsExactly("");
    assertThat(lines("a\r")).containsExactly("a");
    assertThat(lines("ë\r\n")).containsExactly("ë");
    assertThat(new BoundedLines(InputStream.nullInputStream()))
        .satisfies(
            none -> assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class));
  }

  @Test
  void aLineEndIsOneWhereverTheBufferEnds() {
    for (int length = 65_533; length <= 65_538; length++) {
      String line = "x".repeat(length);
      assertThat(lines(line + "\r\nb")).containsExactly(line, "b");
      assertThat(lines(line + "\rb")).containsExactly(line, "b");
    }
  }

  @Test
  void aLineOfAnyLengthEndsTheReadingInBoundedMemory() {
    assertThat(lines("x".repeat(BallotLimits.LINE_CHARS))).hasSize(1);
    assertUnreadable(endless('x'), 1, "the line is longer than 100000 characters");
    assertUnreadable(endless('\n'), BallotLimits.LINES + 1, "more than 2000000 lines");
  }

  @Test
  void whatIsNotUtf8EndsTheReading() {
    byte[] foreign = {'a', '\n', 'b', (byte) 0xff};
    assertUnreadable(new ByteArrayInputStream(foreign), 1, "the file is not UTF-8");
    byte[] sixteenBits = "3 1\n".getBytes(StandardCharsets.UTF_16);
    assertUnreadable(new ByteArrayInputStream(sixteenBits), 1, "the file is not UTF-8");
  }

  @Test
  void aDiskThatFailsIsNoEndOfTheFile() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk");
          }
        };
    assertThatThrownBy(() -> new BoundedLines(failing).hasNext())
        .isInstanceOf(UncheckedIOException.class);
  }

  private static InputStream endless(char character) {
    return new InputStream() {
      @Override
      public int read() {
        return character;
      }
    };
  }

  private static void assertUnreadable(InputStream from, int line, String what) {
    BoundedLines lines = new BoundedLines(from);
    assertThatThrownBy(() -> lines.forEachRemaining(each -> {}))
        .isInstanceOfSatisfying(
            BoundedLines.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.what()).contains(what);
              assertThat(unreadable.line()).isEqualTo(line);
            });
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    new BoundedLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .forEachRemaining(lines::add);
    return lines;
  }
}
