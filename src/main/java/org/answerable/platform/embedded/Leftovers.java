package org.answerable.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servers that a killed application left behind. They are known by our folder in their command
 * line, never by a number in a file alone, which may by now be somebody else's. Use only while
 * holding the {@link DataDirLock}.
 */
final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final int PATIENCE_SECONDS = 20;

  private Leftovers() {}

  /** Ends the programs of these names that work on the folder, and waits until they are gone. */
  static void stop(Path folder, String... programs) throws IOException {
    List<ProcessHandle> left =
        ProcessHandle.allProcesses().filter(p -> worksOn(p, folder, programs)).toList();
    for (ProcessHandle process : left) {
      LOG.warn("Stopping process {}, left behind on {}", process.pid(), folder);
      stop(process);
    }
  }

  /**
   * PostgreSQL won't start while its file names a living process; after a restart of the machine or
   * container that may be any process.
   */
  static void dropStalePid(Path postgres) throws IOException {
    Path file = postgres.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    String pid = Files.readAllLines(file).stream().findFirst().orElse("").strip();
    boolean alive = pid.matches("\\d{1,9}") && ProcessHandle.of(Long.parseLong(pid)).isPresent();
    if (alive || pid.isEmpty()) {
      Files.delete(file);
    }
  }

  private static boolean worksOn(ProcessHandle process, Path folder, String... programs) {
    String program = process.info().command().orElse("");
    Stream<String> words =
        Stream.concat(
            Stream.of(program), Arrays.stream(process.info().arguments().orElse(new String[0])));
    return Arrays.stream(programs).anyMatch(p -> program.endsWith("/" + p))
        && words.anyMatch(word -> Path.of(word).startsWith(folder));
  }

  private static void stop(ProcessHandle process) throws IOException {
    // SIGINT: PostgreSQL's fast shutdown, which does not wait for clients; Redis ends with it too
    var interrupt = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    try {
      interrupt.waitFor();
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
