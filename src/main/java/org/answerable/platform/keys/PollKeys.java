package org.answerable.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The key of each poll, {@code ORGANISATION/poll-REFERENCE.key} in the folder of the keys: under it
 * are the tags of the voters and what they chose. It is destroyed at the close, and with it what
 * joined the two. Safe for use by many threads.
 */
public final class PollKeys {
  private static final String PURPOSE = "poll";
  private static final Pattern FILE = Pattern.compile("poll-([A-Z0-9]{4}-[A-Z0-9]{4})\\.key");
  private final Path keysDir;
  private final RootKey root;
  private final Map<Name, DataKey> opened = new ConcurrentHashMap<>();

  private record Name(String organisation, String poll) {}

  public PollKeys(Path keysDir, RootKey root) {
    this.keysDir = keysDir;
    this.root = root;
  }

  /** Makes the key of a poll; one that is there stays. */
  public void make(String organisation, String poll) {
    try {
      KeyFile.openOrCreate(file(organisation, poll));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A poll's key.
   *
   * @throws KeyRefused when the file is not there, or others can read it
   */
  public DataKey of(String organisation, String poll) {
    var name = new Name(organisation, poll);
    DataKey known = opened.get(name);
    return known != null
        ? known
        : opened.computeIfAbsent(name, key -> DataKey.of(derive(key, "ballots")));
  }

  /**
   * What breaks ties, together with the ballots: its hash is public before anybody votes, and it
   * itself at the close. It tells nothing of the key.
   *
   * @throws KeyRefused when the file is not there, or others can read it
   */
  public byte[] tieSecret(String organisation, String poll) {
    return derive(new Name(organisation, poll), "ties");
  }

  /** Gives up in memory what is no key of these polls. */
  public void keepOnly(String organisation, Collection<String> polls) {
    opened
        .keySet()
        .removeIf(name -> name.organisation.equals(organisation) && !polls.contains(name.poll));
  }

  /** Overwrites and removes it; one that is not there is no fault. */
  public void destroy(String organisation, String poll) {
    opened.remove(new Name(organisation, poll));
    Path file = file(organisation, poll);
    if (Files.exists(file)) {
      try {
        KeyFile.destroy(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The polls of an organisation that have a key. */
  public List<String> polls(String organisation) {
    return KeyFile.names(keysDir, organisation, FILE);
  }

  /** The files that are there, within the folder of the keys: a copy of the keys needs them. */
  public static List<Path> files(Path keysDir, String organisation) {
    return KeyFile.list(keysDir, organisation, FILE);
  }

  private byte[] derive(Name name, String purpose) {
    Path file = file(name.organisation, name.poll);
    if (!Files.exists(file)) {
      throw new KeyRefused(
          "the key of the poll %s of %s is missing: put %s back from the copy that you keep, or cancel the poll"
              .formatted(name.poll, name.organisation, file));
    }
    try {
      return root.derive(PURPOSE, KeyFile.open(file), purpose);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String organisation, String poll) {
    return keysDir.resolve(organisation).resolve("poll-" + poll + ".key");
  }
}
