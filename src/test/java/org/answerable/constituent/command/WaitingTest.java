package org.answerable.constituent.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.answerable.platform.Command;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class WaitingTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          InputStream.nullInputStream());

  @Test
  void whatWasAskedForStandsThoughTheDatabaseWentAwayAndThatIsSaid() {
    int exit =
        Waiting.onServer(
            terminal,
            () -> {
              throw new DataAccessResourceFailureException("at +254700000001");
            });
    assertThat(exit).isEqualTo(Command.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("What was asked for stands", "'keys show' tells")
        .doesNotContain("Nothing more was done", "+254700000001");
  }

  @Test
  void whatWentWellIsAsItIs() {
    assertThat(Waiting.onServer(terminal, () -> Command.DONE)).isEqualTo(Command.DONE);
    assertThat(err.size()).isZero();
  }
}
