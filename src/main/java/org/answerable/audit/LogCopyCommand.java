package org.answerable.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.platform.Command;
import org.answerable.tlog.Checkpoint;

/**
 * {@code log copy URL FOLDER}: a copy of a public log that is a log itself. It is verified as it is
 * made, and grows when it is made again; what was removed from the log leaves it too.
 */
public final class LogCopyCommand implements Command {
  private static final String USAGE =
      """
      Usage: log copy URL FOLDER

        URL      of an organisation's page, or of its log (…/tlog)
        FOLDER   for the copy; the same one the next time: only what is new is asked for
      """;

  private final InstantSource clock;

  /**
   * @param clock tells which days have come, anywhere on earth
   */
  public LogCopyCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public int run(List<String> args, PrintStream out, PrintStream err, InputStream in) {
    Optional<Source> served =
        args.size() == 2 ? Verification.source(args.getFirst()) : Optional.empty();
    if (served.isEmpty()) {
      err.print(USAGE);
      return WRONG_USAGE;
    }
    Path home = Path.of(args.getLast());
    var copied = new CopiedSource(served.get(), home);
    try {
      Audit.Verified verified = verified(copied, home);
      copied.accept();
      Checkpoint now = Audit.parsed(verified.seen().checkpoint(), "checkpoint");
      out.println(
          "%d entries are in %s, each the one that was signed; root hash %s"
              .formatted(now.size(), home, now.head().base64()));
      return DONE;
    } catch (Finding e) {
      err.println(e.getMessage() + " The copy stays what it was.");
    } catch (IOException e) {
      err.println("The log could not be copied: " + e.getMessage() + ".");
    }
    return FAILED;
  }

  private Audit.Verified verified(CopiedSource copied, Path home) throws Finding, IOException {
    LocalDate latestDay = LogVerifyCommand.latestDay(clock);
    try {
      return new Audit(copied, latestDay).run(seen(home), Optional.empty());
    } catch (Finding e) {
      copied.refuse();
      throw e;
    }
  }

  /** What the copy has so far is what was seen before. */
  private static Optional<Seen> seen(Path home) throws Finding, IOException {
    Path log = home.resolve(FolderSource.LOG);
    if (!Files.exists(log.resolve("checkpoint"))) {
      return Optional.empty();
    }
    return Seen.of(
        Files.readAllBytes(log.resolve("key")), Files.readAllBytes(log.resolve("checkpoint")), log);
  }
}
