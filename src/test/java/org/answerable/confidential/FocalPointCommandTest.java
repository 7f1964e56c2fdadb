package org.answerable.confidential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.answerable.platform.Command;
import org.answerable.platform.keys.PersonKey;
import org.answerable.platform.keys.PersonSecret;
import org.junit.jupiter.api.Test;

class FocalPointCommandTest {
  private static final String PASSPHRASE = "kamo rilu tesa bovi pade";
  private static final String LATER = "novi papu teri saka lume";
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void printsASheetAndWhatThePageTakesOfTheSameKey() throws GeneralSecurityException {
    assertThat(run(List.of(), PASSPHRASE, PASSPHRASE)).isEqualTo(Command.DONE);
    PersonSecret secret = uploaded(PASSPHRASE);
    assertThat(sheet()).isEqualTo(secret.sheet());
    assertThat(out.toString(UTF_8)).contains(secret.publicKey().name()).doesNotContain(PASSPHRASE);
  }

  @Test
  void takesTheSheetAndANewPassphrase() throws GeneralSecurityException {
    run(List.of(), PASSPHRASE, PASSPHRASE);
    List<String> rows = sheet();
    PersonKey before = uploaded(PASSPHRASE).publicKey();
    out.reset();
    assertThat(
            run(
                List.of("recover"),
                rows.get(0),
                rows.get(1),
                rows.get(2),
                rows.get(3),
                LATER,
                LATER))
        .isEqualTo(Command.DONE);
    assertThat(uploaded(LATER).publicKey()).isEqualTo(before);
  }

  @Test
  void refusesWhatIsWeakOrDiffersOrIsNoSheet() {
    assertThat(run(List.of(), "one two three four", "")).isEqualTo(Command.FAILED);
    assertThat(run(List.of(), PASSPHRASE, LATER)).isEqualTo(Command.FAILED);
    assertThat(run(List.of("recover"), "A", "B", "C", "D")).isEqualTo(Command.FAILED);
    assertThat(run(List.of())).isEqualTo(Command.FAILED);
    assertThat(err.toString(UTF_8))
        .contains("Use at least 5 words", "the passphrases differ", "row 1 is not", "ended");
    assertThat(out.toString(UTF_8)).doesNotContain("RECOVERY SHEET");
    assertThat(run(List.of("help"))).isEqualTo(Command.WRONG_USAGE);
  }

  @Test
  void whatIsProposedIsStrongEnough() {
    assertThat(Passphrase.weakness(Passphrase.proposal())).isEmpty();
    assertThat(Passphrase.proposal()).isNotEqualTo(Passphrase.proposal());
  }

  private int run(List<String> args, String... lines) {
    String typed = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    return new FocalPointCommand()
        .run(
            args,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            new ByteArrayInputStream(typed.getBytes(UTF_8)));
  }

  private List<String> sheet() {
    return out.toString(UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> line.matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}"))
        .toList();
  }

  private PersonSecret uploaded(String passphrase) throws GeneralSecurityException {
    List<String> lines =
        out.toString(UTF_8).lines().filter(line -> line.matches("[A-Za-z0-9+/=]{80,}")).toList();
    assertThat(lines).hasSize(2);
    var base64 = Base64.getDecoder();
    return PersonSecret.unwrap(
        base64.decode(lines.get(1)), PersonKey.of(base64.decode(lines.get(0))), passphrase);
  }
}
