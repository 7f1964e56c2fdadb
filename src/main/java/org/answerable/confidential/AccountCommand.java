package org.answerable.confidential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.answerable.audit.CheckedLog;
import org.answerable.platform.Command;
import org.answerable.platform.keys.PersonKey;
import org.answerable.platform.keys.PersonSecret;
import org.answerable.responselog.Statement;
import org.answerable.tlog.NoteSigner;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.SpokenKey;

/**
 * {@code account FILE LOG}: on the focal point's own machine, looks what each commitment is that
 * the log has not opened, and signs that, or names those that nobody told them of.
 */
public final class AccountCommand implements Command {
  private static final String FROM = "--from";
  private static final String USAGE =
      """
      Usage: account FILE LOG [--from N]

        FILE   from the page "Account for the log" in your room
        LOG    the address of the organisation's page, or a folder that 'log copy' made
        N      the first entry that you account for; without it, where the last statement ended
      """;

  private final InstantSource clock;

  /**
   * @param clock tells which days have come
   */
  public AccountCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public int run(List<String> args, PrintStream out, PrintStream err, InputStream in) {
    boolean from = args.size() == 4 && args.get(2).equals(FROM) && args.get(3).matches("\\d{1,18}");
    if (args.size() != 2 && !from) {
      err.print(USAGE);
      return WRONG_USAGE;
    }
    try {
      AccountFile file = AccountFile.of(Files.readAllBytes(Path.of(args.getFirst())));
      CheckedLog log = CheckedLog.read(args.get(1), clock);
      PersonSecret secret = unlocked(file, out, in);
      long first = from ? Long.parseLong(args.get(3)) : log.accounted();
      Account account = Account.of(file, secret, log, first);
      return account.unknown().isEmpty()
          ? sign(account, file, secret, log, out)
          : refuse(account, err);
    } catch (IllegalArgumentException e) {
      err.println("Nothing was signed: " + e.getMessage() + ".");
    } catch (GeneralSecurityException e) {
      err.println("Nothing was signed: this passphrase does not open your key.");
    } catch (IOException e) {
      err.println("Nothing was signed: " + e.getMessage());
    }
    return FAILED;
  }

  private static PersonSecret unlocked(AccountFile file, PrintStream out, InputStream in)
      throws IOException, GeneralSecurityException {
    out.print("The passphrase of your key " + file.key() + ": ");
    String line = new BufferedReader(new InputStreamReader(in, UTF_8)).readLine();
    if (line == null) {
      throw new IOException("the answers ended.");
    }
    return PersonSecret.unwrap(file.wrapped(), PersonKey.of(file.open()), line);
  }

  private static int refuse(Account account, PrintStream err) {
    account
        .unknown()
        .forEach(
            (index, missing) ->
                err.println(
                    "Entry %d, %s: it is no cover, and %s."
                        .formatted(
                            index,
                            missing.commitment(),
                            missing.said()
                                ? "the text that is said to be with you does not open"
                                : "nobody has told you what it is")));
    err.println(
        "Nothing was signed. A text behind such an entry may have been dropped: ask for each of"
            + " them. What came before you had a key can't be told: --from leaves it out, and"
            + " everybody sees that.");
    return FAILED;
  }

  private static int sign(
      Account account, AccountFile file, PersonSecret secret, CheckedLog log, PrintStream out) {
    KeyPair keys = secret.statementKeys();
    SpokenKey spoken = SpokenKey.of(keys.getPublic());
    NoteSigner signer = NoteSigner.of(Statement.keyName(log.origin(), spoken), keys);
    Optional<Statement> statement = account.statement(log);
    if (statement.isEmpty()) {
      throw new IllegalArgumentException("there is nothing new to account for");
    }
    SignedNote note = SignedNote.sign(statement.get().text(), signer);
    out.println(
        """


        Not opened, from entry %d to %d: %d covers; %d in confidence, each opened with your key.
        The organisation says, and you can't see it: %d accuse somebody and are with leaders only,
        %d were set aside, taken back or not sorted. If you know of more in confidence, or far fewer
        of the others as far as you know, don't give this away.

        Your statements are signed with the key %s. Whoever asks
        gets these letters from you.%s

        Copy all that follows into the page:
        """
            .formatted(
                account.from(),
                account.size() - 1,
                account.covers(),
                account.inConfidence(),
                account.withLeaders(),
                account.others(),
                spoken,
                others(log, spoken)));
    out.println(signer.verifier());
    out.print(new String(note.bytes(), UTF_8));
    return DONE;
  }

  /**
   * Who else the log believes: an earlier key of theirs, another focal point's, or a forged one.
   */
  private static String others(CheckedLog log, SpokenKey own) {
    List<String> others =
        log.statementKeys().stream().filter(key -> !key.equals(own.letters())).toList();
    return others.isEmpty()
        ? ""
        : "\nThe log also believes %s: if that is no earlier key of yours, nor another\nfocal point's, somebody speaks in your name."
            .formatted(String.join(", ", others));
  }
}
