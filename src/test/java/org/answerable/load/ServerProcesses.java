package org.answerable.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the application, its PostgreSQL and its Redis use, as the kernel counts it.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
final class ServerProcesses {
  private static final Path PROC = Path.of("/proc");

  /** {@code USER_HZ}: 100 on every Linux that Java runs on. */
  private static final double TICKS_PER_SECOND = 100;

  private static final int PARENT = 1;
  private static final List<Integer> OWN_TIME = List.of(11, 12);
  private static final List<Integer> TIME_OF_ENDED_CHILDREN = List.of(13, 14);
  private final long application;
  private final Path dataDir;

  ServerProcesses(long application, Path dataDir) {
    this.application = application;
    this.dataDir = dataDir;
  }

  /** All that was used so far. */
  CpuSeconds cpu() throws IOException {
    double redis = 0;
    for (long pid : redis()) {
      redis += seconds(pid, OWN_TIME);
    }
    return new CpuSeconds(seconds(application, OWN_TIME), compilers(), postgres(), redis);
  }

  /** What the virtual machine took to compile the application to machine code. */
  private double compilers() throws IOException {
    double seconds = 0;
    try (Stream<Path> threads = Files.list(process(application).resolve("task"))) {
      for (Path thread : threads.toList()) {
        String stat = Files.readString(thread.resolve("stat"));
        if (stat.contains("CompilerThre")) {
          seconds += seconds(fields(stat), OWN_TIME);
        }
      }
    } catch (NoSuchFileException e) {
      // a thread has ended; its time is small
    }
    return seconds;
  }

  /** The application's resident memory, in bytes. */
  long residentBytes() throws IOException {
    for (String line : Files.readAllLines(process(application).resolve("status"))) {
      if (line.startsWith("VmRSS:")) {
        return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new IllegalStateException("the kernel does not tell the resident memory");
  }

  private double postgres() throws IOException {
    long postmaster =
        Long.parseLong(Files.readAllLines(dataDir.resolve("postgres/postmaster.pid")).getFirst());
    double seconds = seconds(postmaster, OWN_TIME) + seconds(postmaster, TIME_OF_ENDED_CHILDREN);
    for (long pid : all()) {
      List<String> stat = stat(pid);
      if (stat.size() > PARENT && Long.parseLong(stat.get(PARENT)) == postmaster) {
        seconds += seconds(stat, OWN_TIME);
      }
    }
    return seconds;
  }

  private List<Long> redis() throws IOException {
    List<Long> redis = new ArrayList<>();
    for (long pid : all()) {
      try {
        String command = Files.readString(process(pid).resolve("cmdline"));
        if (command.startsWith(dataDir + "/") && command.contains("redis")) {
          redis.add(pid);
        }
      } catch (IOException e) {
        // it has ended
      }
    }
    return redis;
  }

  private static List<Long> all() throws IOException {
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.matches("[0-9]+"))
          .map(Long::valueOf)
          .toList();
    }
  }

  private static double seconds(long pid, List<Integer> fields) throws IOException {
    return seconds(stat(pid), fields);
  }

  private static double seconds(List<String> stat, List<Integer> fields) {
    return fields.stream().mapToLong(field -> Long.parseLong(stat.get(field))).sum()
        / TICKS_PER_SECOND;
  }

  /** What stands behind the name, which may hold blanks and brackets; empty: it has ended. */
  private static List<String> stat(long pid) throws IOException {
    try {
      return fields(Files.readString(process(pid).resolve("stat")));
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private static List<String> fields(String stat) {
    return List.of(stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1));
  }

  private static Path process(long pid) {
    return PROC.resolve(Long.toString(pid));
  }

  /**
   * @param compiling is part of the application's
   */
  record CpuSeconds(double application, double compiling, double postgres, double redis) {
    CpuSeconds since(CpuSeconds before) {
      return new CpuSeconds(
          application - before.application,
          compiling - before.compiling,
          postgres - before.postgres,
          redis - before.redis);
    }

    CpuSeconds forThousand(int texts) {
      double thousands = texts / 1000.0;
      return new CpuSeconds(
          application / thousands, compiling / thousands, postgres / thousands, redis / thousands);
    }

    double sum() {
      return application + postgres + redis;
    }
  }
}
