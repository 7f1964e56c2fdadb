package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.answerable.platform.StartupRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<List<String>> served = new ArrayList<>();

  @Test
  void servesWithoutACommand() throws IOException {
    assertThat(run()).isEqualTo(CommandLine.STAYS_UP);
    assertThat(run("--server.port=0")).isEqualTo(CommandLine.STAYS_UP);
    assertThat(run("serve", "--answerable.demo=false")).isEqualTo(CommandLine.STAYS_UP);
    assertThat(served)
        .containsExactly(List.of(), List.of("--server.port=0"), List.of("--answerable.demo=false"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dance",
        "flows",
        "flows dance",
        "log",
        "log verify",
        "log verify https://x/hope --key",
        "log configuration",
        "log configuration baraza-letu holidays",
        "serve now",
        "serve -x",
        "-x",
        "init now",
        "keys",
        "keys dance",
        "keys show now",
        "keys copy",
        "keys rotate one two",
        "erase-all",
        "erase-all --drill",
        "erase-all one two",
        "what-do-we-hold",
        "what-do-we-hold sms +254700000001"
      })
  void wrongUsageIsTwoWithTheUsage(String line) throws IOException {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage:");
    assertThat(out.size()).isZero();
    assertThat(served).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"flows import x.json", "backup", "restore"})
  void whatIsNotBuiltSaysSo(String line) throws IOException {
    assertThat(run(line.split(" "))).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("not built yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve --help", "serve -h", "--server.port=0 --help"})
  void whoAsksForHelpStartsNothing(String line) throws IOException {
    assertThat(run(line.split(" "))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(CommandLine.USAGE);
    assertThat(served).isEmpty();
  }

  @Test
  void helpIsNoError() throws IOException {
    assertThat(run("--help")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(CommandLine.USAGE);
  }

  /** As anybody hashes what they were handed: {@code … | sha256sum}. */
  @ParameterizedTest
  @ValueSource(strings = {"words", "routing", "deadlines"})
  void whatIsDeclaredIsPrintedWithItsHash(String part) throws Exception {
    assertThat(run("log", "configuration", "baraza-letu", part)).isZero();
    byte[] declared = out.toByteArray();
    out.reset();
    assertThat(run("log", "configuration", "baraza-letu")).isZero();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(declared);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            part
                + " "
                + HexFormat.of().formatHex(hash)
                + "\n"
                + new String(declared, StandardCharsets.UTF_8)
                + "\n");
  }

  @Test
  void ofAnUnknownOrganisationNothingIsDeclared() throws IOException {
    assertThat(run("log", "configuration", "nobody")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no organisation nobody");
  }

  @Test
  void aRefusedStartIsOne() throws IOException {
    var line =
        new CommandLine(
            options -> {
              throw new StartupRefused("no");
            });
    var nowhere = new PrintStream(err, true, StandardCharsets.UTF_8);
    assertThat(line.run(new String[0], nowhere, nowhere, InputStream.nullInputStream()))
        .isEqualTo(1);
  }

  private int run(String... args) throws IOException {
    return new CommandLine(options -> served.add(Arrays.asList(options)))
        .run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream());
  }
}
