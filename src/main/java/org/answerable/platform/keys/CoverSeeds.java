package org.answerable.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

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
   * 32 bytes, half from the root key; the file is made where it is not there. All nodes get the
   * same.
   *
   * @throws KeyRefused when others can read it, or it is no key
   */
  public byte[] of(String organisation, YearMonth month) {
    Path file = keysDir.resolve(organisation).resolve("covers-" + month + ".key");
    try {
      return root.derive(PURPOSE, KeyFile.openOrCreate(file), PURPOSE);
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
    return KeyFile.list(keysDir, organisation, FILE);
  }
}
