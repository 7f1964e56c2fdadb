package org.answerable.confidential;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.answerable.platform.Command;
import org.answerable.platform.keys.PersonSecret;

/**
 * {@code keys focal-point}: makes a focal point's key on a machine of their own, which needs no
 * network, and prints the recovery sheet and what to give to the page. With {@code recover} it
 * takes the sheet and a new passphrase. Nothing is written to the disk.
 */
public final class FocalPointCommand implements Command {
  private static final String RECOVER = "recover";
  private static final int ROWS = 4;

  @Override
  public int run(List<String> args, PrintStream out, PrintStream err, InputStream in) {
    boolean recover = args.equals(List.of(RECOVER));
    if (!args.isEmpty() && !recover) {
      err.println("Usage: keys focal-point [" + RECOVER + "]");
      return WRONG_USAGE;
    }
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    try {
      PersonSecret secret = recover ? fromSheet(lines, out) : PersonSecret.random();
      String passphrase = passphrase(lines, out);
      print(secret, passphrase, out);
      return DONE;
    } catch (IllegalArgumentException e) {
      err.println("No key was made: " + e.getMessage());
    } catch (IOException e) {
      err.println("The answers ended. No key was made.");
    }
    return FAILED;
  }

  private static PersonSecret fromSheet(BufferedReader lines, PrintStream out) throws IOException {
    var rows = new ArrayList<String>();
    for (int row = 1; row <= ROWS; row++) {
      out.print("Row " + row + " of the sheet: ");
      rows.add(line(lines));
    }
    return PersonSecret.ofSheet(rows);
  }

  private static String passphrase(BufferedReader lines, PrintStream out) throws IOException {
    out.println(
        """

        A passphrase of at least five words that nobody would think of. Take this one, or your own:
          %s
        Everybody who sees this screen sees what you write.\
        """
            .formatted(Passphrase.proposal()));
    out.print("Passphrase: ");
    String passphrase = line(lines);
    Optional<String> weakness = Passphrase.weakness(passphrase);
    if (weakness.isPresent()) {
      throw new IllegalArgumentException(weakness.get());
    }
    out.print("The same again: ");
    if (!line(lines).equals(passphrase)) {
      throw new IllegalArgumentException("the passphrases differ");
    }
    return passphrase;
  }

  private static void print(PersonSecret secret, String passphrase, PrintStream out) {
    var base64 = Base64.getEncoder();
    out.println(
        """


        RECOVERY SHEET, key %s

        %s

        Write this down or print it. Who has it and can sign in reads what people confided. It opens
        the key when the passphrase is forgotten. Keep it where you would keep money, not with the
        passphrase.

        For the page, under "From the command line" at /inbox/confidential/key, these two lines:

        %s
        %s
        """
            .formatted(
                secret.publicKey().name(),
                String.join("\n", secret.sheet()).indent(4).stripTrailing(),
                base64.encodeToString(secret.publicKey().bytes()),
                base64.encodeToString(secret.wrap(passphrase))));
  }

  private static String line(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new EOFException();
    }
    return line;
  }
}
