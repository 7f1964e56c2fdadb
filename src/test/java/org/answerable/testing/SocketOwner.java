package org.answerable.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which process a connection belongs to, as Linux tells. */
public final class SocketOwner {
  private static final int LOCAL = 1;
  private static final int INODE = 9;

  private SocketOwner() {}

  /** Whether a process has a connection from a local port. */
  public static boolean has(long pid, int port) {
    Path process = Path.of("/proc", Long.toString(pid));
    String ending = String.format(Locale.ROOT, ":%04X", port);
    Set<String> sockets =
        List.of("net/tcp", "net/tcp6").stream()
            .flatMap(table -> lines(process.resolve(table)).stream().skip(1))
            .map(line -> line.strip().split("\\s+"))
            .filter(columns -> columns[LOCAL].endsWith(ending))
            .map(columns -> "socket:[" + columns[INODE] + "]")
            .collect(Collectors.toSet());
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      return open.anyMatch(file -> sockets.contains(target(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closed) {
      return "";
    }
  }
}
