package org.answerable.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of every organisation's epochs: {@code ORGANISATION/epoch-N.key} in {@code
 * answerable.keys-dir}. For now each organisation has one epoch, the first.
 */
public final class EpochKeys {
  private static final int FIRST = 1;
  private final Path keysDir;
  private final Map<String, EpochKey> living = new ConcurrentHashMap<>();

  public EpochKeys(Path keysDir) {
    this.keysDir = keysDir;
  }

  /** The organisation's living epoch. */
  public EpochKey current(String organisation) {
    return of(organisation, FIRST);
  }

  /**
   * The keys of one epoch.
   *
   * @throws KeyRefused when the file is not there, or others can read it
   */
  public EpochKey of(String organisation, int epoch) {
    return living.computeIfAbsent(organisation + "/" + epoch, name -> open(organisation, epoch));
  }

  /** Makes the first epoch's key of an organisation that the database doesn't know yet. */
  public void begin(String organisation) {
    try {
      KeyFile.openOrCreate(file(organisation, FIRST));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EpochKey open(String organisation, int epoch) {
    Path file = file(organisation, epoch);
    if (!Files.exists(file)) {
      throw new KeyRefused(
          "the key of epoch %d of %s is missing: put %s back from the copy that you keep"
              .formatted(epoch, organisation, file));
    }
    try {
      return new EpochKey(epoch, KeyFile.open(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String organisation, int epoch) {
    return keysDir.resolve(organisation).resolve("epoch-" + epoch + ".key");
  }
}
