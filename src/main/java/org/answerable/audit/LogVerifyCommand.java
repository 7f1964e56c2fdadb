package org.answerable.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.answerable.audit.Finding.Rewritten;
import org.answerable.platform.Command;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.SpokenHead;
import org.jspecify.annotations.Nullable;

/**
 * {@code log verify URL}: checks a whole public log, and that it only grew since the last time,
 * which a file remembers. Needs neither the server nor its settings.
 */
public final class LogVerifyCommand implements Command {
  /** Where each day begins first. */
  private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

  private final Function<String, @Nullable String> environment;
  private final InstantSource clock;

  /**
   * @param environment the value of a variable of this process, null where it is not set
   * @param clock tells which days have come, anywhere on earth
   */
  public LogVerifyCommand(Function<String, @Nullable String> environment, InstantSource clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public int run(List<String> args, PrintStream out, PrintStream err, InputStream in) {
    Optional<Verification> asked;
    try {
      asked = Verification.of(args, environment);
    } catch (Finding e) {
      err.println(e.getMessage());
      return WRONG_USAGE;
    }
    if (asked.isEmpty()) {
      err.print(Verification.USAGE);
      return WRONG_USAGE;
    }
    return verify(asked.get(), out, err);
  }

  private int verify(Verification asked, PrintStream out, PrintStream err) {
    try {
      Optional<Seen> before = Seen.read(asked.state()).filter(asked::believes);
      var verified = new Audit(asked.source(), latestDay(clock)).run(before, asked.key());
      String seenBy =
          asked
              .witnesses()
              .check(verified.seen().checkpoint(), verified.witnesses(), latestDay(clock));
      remember(verified.seen(), asked.state());
      out.println(said(asked, before, verified, seenBy));
      return DONE;
    } catch (Rewritten e) {
      err.println(e.getMessage() + " " + kept(asked, e));
    } catch (Finding e) {
      err.println(e.getMessage());
    } catch (IOException e) {
      err.println("The log could not be read, so nothing is known of it: " + why(e) + ".");
    }
    return FAILED;
  }

  private static void remember(Seen seen, Path state) throws Finding {
    try {
      seen.write(state);
    } catch (IOException e) {
      throw new Finding(
          "All of it is right, but that can't be remembered in %s (%s): give another file with --state."
              .formatted(state, why(e)));
    }
  }

  /** No day after it has come anywhere. */
  static LocalDate latestDay(InstantSource clock) {
    return LocalDate.ofInstant(clock.instant(), EASTERNMOST);
  }

  private static String said(
      Verification asked, Optional<Seen> before, Audit.Verified verified, String seenBy)
      throws Finding {
    Seen now = verified.seen();
    Checkpoint checkpoint = Audit.parsed(now.checkpoint(), "checkpoint");
    String said =
        """
        %d entries, each the one that was signed; signed by
        %s
        root hash %s
        its digits %s
        %s
        %s
        """
            .formatted(
                checkpoint.size(),
                Shown.of(now.key().toString()),
                checkpoint.head().base64(),
                SpokenHead.of(checkpoint.head()).digits(),
                verified.ledger().summary(),
                seenBy);
    if (before.isEmpty()) {
      return said
          + "Seen for the first time: compare the key with the one that the organisation shows elsewhere. Remembered in %s."
              .formatted(asked.state());
    }
    long then = Audit.parsed(before.get().checkpoint(), "what was seen before").size();
    return said + "Nothing of the %d entries that were seen before has changed.".formatted(then);
  }

  /** Two signed checkpoints that exclude each other are what convinces anybody. */
  private static String kept(Verification asked, Rewritten rewritten) {
    Path file = asked.state().resolveSibling(asked.state().getFileName() + ".contradiction");
    try {
      Files.write(file, rewritten.checkpoint().bytes());
      return "What it signed before is in %s, what it shows now in %s: keep both, together they prove it."
          .formatted(asked.state(), file);
    } catch (IOException e) {
      return "What it shows now could not be kept in " + file + ".";
    }
  }

  private static String why(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
