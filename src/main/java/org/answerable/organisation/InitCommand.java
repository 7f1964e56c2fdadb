package org.answerable.organisation;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.answerable.platform.Command;
import org.jspecify.annotations.Nullable;

/**
 * {@code init}: asks a few questions and writes {@code config/organisations/NAME.yaml}, read by the
 * same reader as at the start. It never writes over a file, and either the whole file or nothing.
 */
public final class InitCommand implements Command {
  private static final String OPTION = "--answerable.config-dir=";
  private final InstantSource clock;
  private final ZoneId here;
  private final Function<String, @Nullable String> environment;

  public InitCommand() {
    this(InstantSource.system(), ZoneId.systemDefault(), System::getenv);
  }

  InitCommand(InstantSource clock, ZoneId here, Function<String, @Nullable String> environment) {
    this.clock = clock;
    this.here = here;
    this.environment = environment;
  }

  @Override
  public int run(List<String> args, PrintStream out, PrintStream err, InputStream in) {
    boolean named = args.size() == 1 && args.getFirst().startsWith(OPTION);
    if (!args.isEmpty() && !named) {
      err.println("Usage: init [" + OPTION + "DIR]");
      return WRONG_USAGE;
    }
    Path folder = folder(named ? args.getFirst().substring(OPTION.length()) : null);
    try {
      return write(folder, answers(folder, out, in), out, err);
    } catch (EOFException e) {
      err.println("The answers ended at \"" + e.getMessage() + "\". Nothing was written.");
    } catch (FileAlreadyExistsException e) {
      err.println(e.getMessage() + " is there already, and stays as it is. Nothing was written.");
    } catch (IOException e) {
      err.println("This can't be written to " + folder + ": " + e);
    }
    return FAILED;
  }

  private Path folder(@Nullable String option) {
    String inEnvironment = environment.apply("ANSWERABLE_CONFIG_DIR");
    String config = option != null ? option : inEnvironment != null ? inEnvironment : "./config";
    return Path.of(config).resolve(OrganisationFolder.NAME).normalize();
  }

  private Map<String, String> answers(Path folder, PrintStream out, InputStream in)
      throws IOException {
    out.println(
        """
        This writes the file of your organisation. About 20 questions: Enter takes what stands in
        [brackets]. Everything can be changed in the file afterwards; until the last answer nothing
        is written.
        """);
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    LocalDate today = LocalDate.ofInstant(clock.instant(), here);
    return new Interview(new Questions(lines, out), folder, here, today).ask();
  }

  private int write(Path folder, Map<String, String> answers, PrintStream out, PrintStream err)
      throws IOException {
    Path file = folder.resolve(answers.get("id") + ".yaml");
    String yaml = NewFile.with(answers);
    var neighbours = Neighbours.in(folder, file);
    if (neighbours.read(file, yaml, true) instanceof OrganisationFile.Refused(var problems)) {
      problems.forEach(err::println);
      err.println("With these answers the file could not be used. Nothing was written.");
      return FAILED;
    }
    put(file, yaml);
    String written = Files.readString(file);
    if (neighbours.read(file, written, true) instanceof OrganisationFile.Refused(var problems)) {
      problems.forEach(err::println);
      return FAILED;
    }
    List<String> missing =
        switch (neighbours.read(file, written, false)) {
          case OrganisationFile.Read read -> read.missing();
          case OrganisationFile.Refused(List<String> lines) -> lines;
        };
    out.print(NextSteps.text(file, answers, missing, neighbours.demos()));
    return DONE;
  }

  /** Written beside and moved when it is whole. */
  private static void put(Path file, String yaml) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      Files.writeString(fresh, yaml);
      Files.move(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
