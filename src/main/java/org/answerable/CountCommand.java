package org.answerable;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.answerable.ballot.BudgetPoll;
import org.answerable.ballot.Candidate;
import org.answerable.ballot.CountingMethod;
import org.answerable.ballot.Project;
import org.answerable.ballot.RankedPoll;
import org.answerable.ballot.TieOrder;
import org.answerable.ballot.file.BltReader;
import org.answerable.ballot.file.PabulibReader;
import org.answerable.ballot.file.Reading;
import org.answerable.ballot.report.Report;
import org.answerable.ballot.report.TallyJson;
import org.answerable.platform.Command;

/** {@code count}: reads a file of ballots, counts, prints. Anybody can recount with it. */
final class CountCommand {
  private CountCommand() {}

  /** Prints the tally as words or JSON. Fails if the file can't be read or counted. */
  static int run(List<String> args, PrintStream out, PrintStream err, InputStream in)
      throws IOException {
    return switch (CountOptions.of(args)) {
      case CountOptions.Wrong(String what) -> {
        err.println(what);
        err.print(CountOptions.USAGE);
        yield Command.WRONG_USAGE;
      }
      case CountOptions.Right options -> count(options, out, err);
    };
  }

  private static int count(CountOptions.Right options, PrintStream out, PrintStream err)
      throws IOException {
    try (InputStream file = Files.newInputStream(Path.of(options.file()))) {
      Reading<String> reading = counted(options, new BoundedLines(file));
      return switch (reading) {
        case Reading.Ready<String>(String tally, List<String> remarks) -> {
          remarks.forEach(remark -> err.println(options.file() + ": " + remark));
          out.println(tally);
          yield Command.DONE;
        }
        case Reading.Refused<String>(int line, String what) -> failed(options, line, what, err);
      };
    } catch (BoundedLines.Unreadable unreadable) {
      return failed(options, unreadable.line(), unreadable.what(), err);
    } catch (NoSuchFileException | InvalidPathException missing) {
      err.println("There is no file " + options.file() + ".");
    } catch (AccessDeniedException denied) {
      err.println(options.file() + " may not be read by this account.");
    } catch (IOException | UncheckedIOException failed) {
      err.println(options.file() + " can't be read: " + failed.getMessage());
    }
    return Command.FAILED;
  }

  private static int failed(CountOptions.Right options, int line, String what, PrintStream err) {
    err.println(options.file() + ":" + line + ": " + what);
    return Command.FAILED;
  }

  private static Reading<String> counted(CountOptions.Right options, Iterator<String> lines) {
    return switch (options.method()) {
      case CountingMethod.OfRankings method ->
          BltReader.read(lines).map(poll -> counted(method, options, poll));
      case CountingMethod.OfProjects method ->
          PabulibReader.read(lines).map(poll -> counted(method, options, poll));
    };
  }

  private static String counted(
      CountingMethod.OfRankings method, CountOptions.Right options, RankedPoll read) {
    RankedPoll seated = options.seats().map(read::withSeats).orElse(read);
    RankedPoll poll =
        seated.ties().source() == TieOrder.Source.GIVEN
            ? seated
            : seeded(options, seated.candidates(), Candidate::number)
                .map(seated::withTies)
                .orElse(seated);
    var tally = method.count(poll);
    return options.json()
        ? TallyJson.of(method, poll, tally)
        : String.join(System.lineSeparator(), Report.lines(method, poll, tally));
  }

  private static String counted(
      CountingMethod.OfProjects method, CountOptions.Right options, BudgetPoll read) {
    BudgetPoll poll =
        seeded(options, read.projects(), Project::id).map(read::withTies).orElse(read);
    var tally = method.count(poll);
    return options.json()
        ? TallyJson.of(method, poll, tally)
        : String.join(System.lineSeparator(), Report.lines(method, poll, tally));
  }

  private static <T> Optional<TieOrder> seeded(
      CountOptions.Right options, List<T> all, Function<T, Object> name) {
    return options
        .seed()
        .map(seed -> TieOrder.seeded(seed, all.stream().map(name).map(String::valueOf).toList()));
  }
}
