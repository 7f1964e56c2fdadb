package org.answerable.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key of each public entry that somebody says happened to them too, {@code
 * ORGANISATION/echo-REFERENCE.key} in the folder of the keys: under it are the tags by which each
 * counts once. It is destroyed when the entry takes no more. Nothing of it is kept in memory, so
 * that a key which another node destroyed is gone here too. Safe for use by many threads.
 */
public final class EchoKeys {
  private static final Logger LOG = LoggerFactory.getLogger(EchoKeys.class);
  private static final String PURPOSE = "echo";
  private static final Pattern FILE = Pattern.compile("echo-([A-Z0-9]{4}-[A-Z0-9]{4})\\.key");
  private final Path keysDir;
  private final RootKey root;

  public EchoKeys(Path keysDir, RootKey root) {
    this.keysDir = keysDir;
    this.root = root;
  }

  /**
   * An entry's key; made where there is none yet.
   *
   * @throws KeyRefused when others can read its file
   */
  public DataKey of(String organisation, String reference) {
    try {
      return key(KeyFile.openOrCreate(file(organisation, reference)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys that are there; one that is being destroyed is none any more. */
  public List<DataKey> all(String organisation) {
    var all = new ArrayList<DataKey>();
    for (String reference : references(organisation)) {
      try {
        all.add(key(KeyFile.open(file(organisation, reference))));
      } catch (KeyRefused e) { // another node destroys it, and its tags went before
        LOG.warn("Tags of one entry were not looked for: {}", e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private DataKey key(byte[] half) {
    return DataKey.of(root.derive(PURPOSE, half, "tags"));
  }

  /** The entries of an organisation that have a key. */
  public List<String> references(String organisation) {
    return KeyFile.names(keysDir, organisation, FILE);
  }

  /** The files that are there, within the folder of the keys: a copy of the keys needs them. */
  public static List<Path> files(Path keysDir, String organisation) {
    return KeyFile.list(keysDir, organisation, FILE);
  }

  /** Overwrites and removes it; one that is not there is no fault. */
  public void destroy(String organisation, String reference) {
    try {
      KeyFile.destroy(file(organisation, reference));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String organisation, String reference) {
    return keysDir.resolve(organisation).resolve("echo-" + reference + ".key");
  }
}
