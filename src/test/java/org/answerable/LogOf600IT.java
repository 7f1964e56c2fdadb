package org.answerable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.answerable.audit.LogCopyCommand;
import org.answerable.testing.Apart;
import org.answerable.testing.LogMirror;
import org.answerable.testing.LogMirror.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.util.FileSystemUtils;

/**
 * From an empty folder, through the webhook and the inbox: feedback of every sensitivity,
 * responses, what comes too late, a correction, words that are published and removed, a withdrawal,
 * and a quarter accounted for. {@code log verify} is content; after one byte is another one it is
 * not. 60 feedbacks in the build, 600 with {@code -Dlog.full=true} (docs/quality.md).
 */
@Apart
@ResourceLock(Apart.LOGGING)
class LogOf600IT {
  private static final boolean FULL = Boolean.getBoolean("log.full");
  private static final int FEEDBACKS = FULL ? 600 : 60;
  private static final int RESPONSES = FEEDBACKS / 2;
  @TempDir private Path folder;

  @Test
  void aWholeLogIsVerifiedAndOneOtherByteIsNamed() throws Exception {
    Path copy = folder.resolve("copy");
    try (var story = new LogStory(folder)) {
      story.tell(FEEDBACKS, RESPONSES);
      assertThat(story.answered()).isEqualTo(RESPONSES);
      String words = story.publishWords();
      story.remove(words);
      List<String> shown = story.publicOnes();
      story.correct(shown.get(shown.size() - 1));
      story.remove(shown.get(shown.size() - 2));
      story.withdraw();
      assertThat(story.account()).contains(" in confidence, ");
      Verdict verdict = LogMirror.verify(story.url(), folder.resolve("seen"));
      assertThat(verdict.status()).as(verdict.said()).isZero();
      assertThat(verdict.said())
          .contains("Accounted for until", "removed, each with its reason: 2.");
      assertThat(story.page("")).contains("Accounted for until");
      copy(story.url(), copy);
    }
    String entries = entries(copy);
    for (String type :
        List.of(
            "committed",
            "opened",
            "status changed",
            "overdue",
            "response published",
            "words published",
            "correction",
            "redaction",
            "withdrawal",
            "accounted",
            "configuration changed")) {
      assertThat(entries).contains("\"type\":\"" + type + "\"");
    }
    assertThat(verify(copy).status()).as(verify(copy).said()).isZero();
    eachByteCounts(copy);
  }

  private static void copy(String url, Path to) {
    var said = new ByteArrayOutputStream();
    var stream = new PrintStream(said, true, UTF_8);
    int status =
        new LogCopyCommand(InstantSource.system())
            .run(List.of(url, to.toString()), stream, stream, InputStream.nullInputStream());
    assertThat(status).as(said.toString(UTF_8)).isZero();
  }

  private Verdict verify(Path log) {
    return LogMirror.verify(log.toString(), folder.resolve("seen-copy"));
  }

  private static String entries(Path copy) throws Exception {
    var all = new StringBuilder();
    try (Stream<Path> files = Files.walk(copy.resolve("tlog/tile/entries"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), UTF_8));
      }
    }
    return all.toString();
  }

  private void eachByteCounts(Path copy) throws Exception {
    named(copy, "tlog/tile/0/", "", "tile/0/");
    named(copy, "tlog/tile/entries/", "\"type\":\"opened\"", "tile/entries/");
    named(copy, "tlog/tile/entries/", "in confidence: ", "tile/entries/");
    named(copy, "tlog/content/", "It comes on", "content/");
    named(copy, "tlog/checkpoint", "line.example", "checkpoint: ");
    named(copy, "log.csv", ",answered,", "log.csv");
  }

  /**
   * @param what stands right before the byte; nothing: the first one
   */
  private void named(Path copy, String below, String what, String place) throws Exception {
    Path other = folder.resolve("tampered");
    FileSystemUtils.deleteRecursively(other);
    FileSystemUtils.copyRecursively(copy, other);
    Path file = file(other, below, what);
    String text = Files.readString(file, ISO_8859_1);
    int at = text.indexOf(what) + what.length() - (what.startsWith(",") ? 3 : 0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
    Verdict verdict = verify(other);
    assertThat(verdict.status()).as("%s: %s", below, verdict.said()).isEqualTo(1);
    assertThat(verdict.said()).as(below).startsWith(place);
  }

  private static Path file(Path log, String below, String what) throws Exception {
    try (Stream<Path> files = Files.walk(log)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> log.relativize(file).toString().startsWith(below))
          .filter(file -> contains(file, what))
          .sorted()
          .findFirst()
          .orElseThrow(() -> new AssertionError(below + " with " + what));
    }
  }

  private static boolean contains(Path file, String what) {
    try {
      return Files.readString(file, ISO_8859_1).contains(what);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
