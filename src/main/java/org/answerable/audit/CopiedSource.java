package org.answerable.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A log that is copied as it is read. What never changes is asked for once; all that is new waits
 * beside the copy until it was verified.
 */
final class CopiedSource implements Source {
  private static final String FRESH = "tlog.new";
  private static final String PARTIAL = ".p/";
  private static final List<String> CHANGING = List.of("key", "checkpoint");

  private final Source served;
  private final Path log;
  private final Path fresh;
  private final Set<String> read = new HashSet<>();
  private final Set<String> beside = new HashSet<>();

  /**
   * @param home of the copy, in which the log's folder is
   */
  CopiedSource(Source served, Path home) {
    this.served = served;
    this.log = home.resolve(FolderSource.LOG);
    this.fresh = home.resolve(FRESH);
  }

  @Override
  public Optional<byte[]> find(String path, int bytesMax) throws Finding, IOException {
    if (!CHANGING.contains(path) && !path.contains(PARTIAL)) {
      for (Path there : List.of(log, fresh)) {
        Optional<byte[]> known = new FolderSource(there).find(path, bytesMax);
        if (known.isPresent()) {
          read.add(path);
          return known;
        }
      }
    }
    return kept(path, served.find(path, bytesMax), fresh.resolve(path));
  }

  @Override
  public Optional<byte[]> beside(String name, int bytesMax) throws Finding, IOException {
    beside.add(name);
    return kept(name, served.beside(name, bytesMax), fresh.resolve(name));
  }

  @Override
  public boolean hasPages() {
    return served.hasPages();
  }

  private Optional<byte[]> kept(String path, Optional<byte[]> bytes, Path file) throws IOException {
    if (bytes.isPresent()) {
      read.add(path);
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, bytes.get());
    }
    return bytes;
  }

  /**
   * All of it was right: what is new moves into the copy, the checkpoint last; what the log has no
   * more, a removed text or a tile that grew, leaves it.
   */
  void accept() throws IOException {
    for (Path file : below(fresh)) {
      String path = fresh.relativize(file).toString();
      if (!path.equals("checkpoint")) {
        move(file, beside.contains(path) ? log.resolveSibling(path) : log.resolve(path));
      }
    }
    move(fresh.resolve("checkpoint"), log.resolve("checkpoint"));
    for (Path file : below(log)) {
      if (!read.contains(log.relativize(file).toString())) {
        Files.delete(file);
      }
    }
    refuse();
  }

  /** Something of it was wrong: the copy stays what it was. */
  void refuse() throws IOException {
    for (Path left : all(fresh).reversed()) {
      Files.delete(left);
    }
  }

  private static void move(Path file, Path to) throws IOException {
    Files.createDirectories(to.toAbsolutePath().getParent());
    Files.move(file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<Path> below(Path folder) throws IOException {
    return all(folder).stream().filter(Files::isRegularFile).toList();
  }

  /** A folder before what is in it. */
  private static List<Path> all(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }
}
