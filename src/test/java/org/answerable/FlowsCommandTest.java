package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped conversations, through the commands that people run on theirs. */
class FlowsCommandTest {
  private static final Path SHIPPED = Path.of("flows");
  private static final String TRANSCRIPT = "after-feedback.transcript.txt";
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path folder;

  @Test
  void findsNothingInTheShippedFlows() throws IOException {
    assertThat(run("flows", "check", SHIPPED.toString())).as(output()).isZero();
    assertThat(output()).isEmpty();
  }

  @Test
  void theShippedFlowsSpeakAsTheirTranscriptsSay() throws IOException {
    if (Boolean.getBoolean("update")) {
      run("flows", "test", SHIPPED.toString(), "--update");
      out.reset();
    }
    assertThat(run("flows", "test", SHIPPED.toString())).as(output()).isZero();
    assertThat(output())
        .isEqualTo(
            """
            after-feedback.transcript.txt: as written
            did-it-help.transcript.txt: as written
            language.transcript.txt: as written
            show-words.transcript.txt: as written
            """);
  }

  @Test
  void aTextThatNobodySaysFailsWithItsLine() throws IOException {
    copyShipped();
    replace(TRANSCRIPT, "< All noted for 4821-9307.", "< All is noted for 4821-9307.");
    assertThat(run("flows", "test", folder.toString())).isEqualTo(1);
    assertThat(output())
        .contains("after-feedback.transcript.txt: the flow speaks otherwise")
        .contains("- < All is noted for 4821-9307. You need do nothing more.")
        .contains("+ < All noted for 4821-9307. You need do nothing more.")
        .contains("  == en: everything answered")
        .as("conversations that go as written are not shown")
        .doesNotContain("== sw:")
        .contains("language.transcript.txt: as written");
  }

  @Test
  void updateWritesATranscriptAnewAsTheFlowSpeaks() throws IOException {
    copyShipped();
    replace(TRANSCRIPT, "< All noted for 4821-9307.", "< All is noted for 4821-9307.");
    assertThat(run("flows", "test", folder.toString(), "--update")).isZero();
    assertThat(folder.resolve(TRANSCRIPT)).hasSameTextualContentAs(SHIPPED.resolve(TRANSCRIPT));
  }

  @Test
  void aTranscriptFromTheSimulatorIsSavedAsOne() throws IOException {
    copyShipped();
    String recorded = "\n== fr: tried on a phone\n< Noté. Code 1111-2222.\n> frais\n> 2\n";
    Path file = folder.resolve(TRANSCRIPT);
    Files.writeString(file, Files.readString(file) + recorded);
    assertThat(run("flows", "test", folder.toString())).isEqualTo(1);
    assertThat(run("flows", "test", folder.toString(), "--update")).isZero();
    assertThat(Files.readString(file))
        .contains("== fr: tried on a phone\n< Noté. Code 4821-9307, réponse au plus tard")
        .contains("> frais\n= topic: fees\n");
  }

  @Test
  void aFlowWithoutTranscriptAndALanguageWithoutConversationFail() throws IOException {
    copyShipped();
    Files.delete(folder.resolve("language.transcript.txt"));
    String written = Files.readString(folder.resolve(TRANSCRIPT));
    Files.writeString(
        folder.resolve(TRANSCRIPT), written.substring(0, written.indexOf("\n== fr:")));
    assertThat(run("flows", "test", folder.toString())).isEqualTo(1);
    assertThat(output())
        .contains("language.transcript.txt: there is none")
        .contains("after-feedback.transcript.txt: no conversation in fr; add one");
  }

  @Test
  void aTranscriptWithoutAFlowFails() throws IOException {
    copyShipped();
    Files.move(folder.resolve("language.transcript.txt"), folder.resolve("langage.transcript.txt"));
    assertThat(run("flows", "test", folder.toString())).isEqualTo(1);
    assertThat(output()).contains("langage.transcript.txt: there is no flow langage");
  }

  @Test
  void tellsWhatItFindsAsTextAndAsJson() throws IOException {
    copyShipped();
    replace("after-feedback.yaml", "fr: publier", "fr: arrêt");
    assertThat(run("flows", "check", folder.toString())).isEqualTo(1);
    assertThat(output())
        .containsPattern(
            "after-feedback.yaml:45:51: choice \"arrêt\" is a word of the carriers or a keyword;"
                + " choose another \\[reserved-word\\]");
    out.reset();
    assertThat(run("flows", "check", folder.toString(), "--format", "json")).isEqualTo(1);
    assertThat(output())
        .contains("\"file\" : \"after-feedback.yaml\"")
        .contains("\"rule\" : \"reserved-word\"");
    out.reset();
    assertThat(run("flows", "check", folder.toString(), "--format", "github")).isEqualTo(1);
    assertThat(output())
        .containsPattern(
            "(?m)^::error file=\\S+/after-feedback.yaml,line=45,col=51,title=reserved-word::choice"
                + " \"arrêt\" is a word");
    assertThat(run("flows", "check", folder.toString(), "--format", "xml")).isEqualTo(2);
    assertThat(errors()).contains("[--format text|json|github]");
  }

  @Test
  void aFileThatCanNotBeReadIsToldToo() throws IOException {
    copyShipped();
    replace("language.yaml", "steps:", "stepps:");
    assertThat(run("flows", "check", folder.toString())).isEqualTo(1);
    assertThat(output()).contains("language.yaml").contains("\"steps:\" is missing");
    assertThat(run("flows", "test", folder.toString())).isEqualTo(1);
    assertThat(errors()).contains("\"steps:\" is missing");
    Files.write(folder.resolve("language.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 'a'});
    assertThat(run("flows", "check", folder.toString())).isEqualTo(1);
    assertThat(errors()).contains("is not UTF-8");
  }

  @Test
  void aFolderThatIsNotThereIsSaid() throws IOException {
    String missing = folder.resolve("missing").toString();
    assertThat(run("flows", "check", missing)).isEqualTo(1);
    assertThat(run("flows", "test", missing)).isEqualTo(1);
    assertThat(errors()).contains("There is no folder " + missing);
  }

  @Test
  void runTalksInTheTerminal() throws IOException {
    String said = "2\n";
    int status =
        new CommandLine(options -> {})
            .run(
                new String[] {"flows", "run", SHIPPED.toString(), "language"},
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)));
    assertThat(status).isZero();
    assertThat(output())
        .contains("< Language / Lugha / Langue: 1 English 2 Kiswahili 3 Français")
        .contains("< Kuanzia sasa tutakuandikia kwa Kiswahili. LUGHA: badili.");
  }

  @Test
  void runRefusesALanguageThatIsNotThereAndNamesThoseThatAre() throws IOException {
    assertThat(run("flows", "run", SHIPPED.toString(), "after-feedback", "xx")).isEqualTo(1);
    assertThat(output()).isEmpty();
    assertThat(errors()).contains("There is no language xx in", "use one of en, fr, sw.");
  }

  private void copyShipped() throws IOException {
    try (Stream<Path> files = Files.list(SHIPPED)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private void replace(String file, String old, String fresh) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, Files.readString(path).replace(old, fresh));
  }

  private int run(String... args) throws IOException {
    return new CommandLine(options -> {})
        .run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream());
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
