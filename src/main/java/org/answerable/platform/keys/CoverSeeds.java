package org.answerable.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the covers in an organisation's log are drawn from: a secret a month, beside its other keys.
 * Whoever has one can tell that month's covers from what people wrote.
 */
public final class CoverSeeds {
  private static final String PURPOSE = "covers";
  private static final Pattern FILE = Pattern.compile("covers-\\d{4,}-\\d\\d\\.key");
  private final Path keysDir;
  private final RootKey root;

  public CoverSeeds(Path keysDir, RootKey root) {
    this.keysDir = keysDir;
    this.root = root;
  }

  /**
   * {@code HKDF(HKDF(root key, "covers") ‖ file's secret)}, 32 bytes; the file is made where it is
   * not there. All nodes get the same.
   *
   * @throws KeyRefused when others can read it, or it is no key
   */
  public byte[] of(String organisation, YearMonth month) {
    Path file = keysDir.resolve(organisation).resolve("covers-" + month + ".key");
    try {
      byte[] secret =
          ByteBuffer.allocate(2 * KeyFile.KEY_BYTES)
              .put(root.derive(PURPOSE))
              .put(KeyFile.openOrCreate(file))
              .array();
      return Derivation.derive(secret, PURPOSE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of the months that have one. */
  public Map<YearMonth, byte[]> known(String organisation) {
    Map<YearMonth, byte[]> known = new TreeMap<>();
    for (Path file : files(keysDir, organisation)) {
      String name = String.valueOf(file.getFileName());
      YearMonth month =
          YearMonth.parse(name.substring("covers-".length(), name.length() - ".key".length()));
      known.put(month, of(organisation, month));
    }
    return known;
  }

  /** The files that are there, within the folder of the keys: a copy of the keys needs them. */
  public static List<Path> files(Path keysDir, String organisation) {
    Path folder = keysDir.resolve(organisation);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> FILE.matcher(file.getFileName().toString()).matches())
          .sorted()
          .map(keysDir::relativize)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
