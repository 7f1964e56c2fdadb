package org.answerable.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of every organisation's epochs, in {@code answerable.keys-dir}: {@code
 * ORGANISATION/epoch-N.key} dies when all that lives was taken over, {@code messages-N.key} lives
 * two epochs. Which ones live is the database's word, which {@link #tell} brings here. Safe for use
 * by many threads.
 */
public final class EpochKeys {
  private static final Pattern FILE = Pattern.compile("(epoch|messages)-([1-9]\\d{0,8})\\.key");
  private static final String EPOCH = "epoch";
  private static final String MESSAGES = "messages";
  private final Path keysDir;
  private final RootKey root;

  /** Only ever moves on. */
  final Map<String, LivingEpochs> living = new ConcurrentHashMap<>();

  private final Map<Name, EpochKey> opened = new ConcurrentHashMap<>();

  private record Name(String organisation, String kind, int epoch) {}

  public EpochKeys(Path keysDir, RootKey root) {
    this.keysDir = keysDir;
    this.root = root;
  }

  /** At a start: finishes what a kill left of keys, of any kind, that were being destroyed. */
  public EpochKeys swept() throws IOException {
    KeyFile.sweep(keysDir);
    return this;
  }

  /**
   * What the database said. Keys that died are given up one telling later, so that what was just
   * read can still be opened.
   *
   * <p>Several threads read and tell. One that read before a change and tells after it changes
   * nothing: what is taken over meanwhile must not be sealed under the keys that end.
   */
  public void tell(String organisation, LivingEpochs now) {
    LivingEpochs before = living.get(organisation);
    living.merge(organisation, now, LivingEpochs::later);
    if (before != null) {
      opened
          .keySet()
          .removeIf(name -> name.organisation.equals(organisation) && dies(name, before));
    }
  }

  public LivingEpochs living(String organisation) {
    return living.getOrDefault(organisation, LivingEpochs.FIRST);
  }

  /**
   * The living epoch's.
   *
   * @throws KeyRefused when the file is not there, or others can read it
   */
  public EpochKey current(String organisation) {
    return of(organisation, living(organisation).epoch());
  }

  /**
   * The keys of one epoch.
   *
   * @throws KeyRefused when the file is not there, or others can read it
   */
  public EpochKey of(String organisation, int epoch) {
    return key(new Name(organisation, EPOCH, epoch));
  }

  /**
   * The keys that hide which messages came in one epoch; they outlive it by one.
   *
   * @throws KeyRefused when the file is not there, or others can read it
   */
  public EpochKey messages(String organisation, int epoch) {
    return key(new Name(organisation, MESSAGES, epoch));
  }

  /**
   * {@code epoch ‖ AES-256-GCM}, under the living epoch's key for a purpose.
   *
   * @param place where it will stand: it opens nowhere else
   */
  public byte[] seal(String organisation, String purpose, byte[] plain, byte[] place) {
    EpochKey key = current(organisation);
    byte[] sealed = key.seal(purpose, plain, place);
    return ByteBuffer.allocate(Integer.BYTES + sealed.length)
        .putInt(key.epoch())
        .put(sealed)
        .array();
  }

  /**
   * What {@link #seal} was given.
   *
   * @throws KeyRefused when its epoch's keys are gone
   */
  public byte[] open(String organisation, String purpose, byte[] sealed, byte[] place) {
    byte[] bytes = Arrays.copyOfRange(sealed, Integer.BYTES, sealed.length);
    return of(organisation, ByteBuffer.wrap(sealed).getInt()).open(purpose, bytes, place);
  }

  /** Makes the keys of the first epoch, of an organisation that the database doesn't know yet. */
  public void begin(String organisation) {
    make(organisation, LivingEpochs.FIRST.epoch());
  }

  /** Makes the keys of an epoch; those that are there stay. */
  public void make(String organisation, int epoch) {
    try {
      for (String kind : List.of(EPOCH, MESSAGES)) {
        KeyFile.openOrCreate(file(new Name(organisation, kind, epoch)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Overwrites and removes the files of the epochs that ended.
   *
   * @param now read from the database, committed
   */
  public void destroy(String organisation, LivingEpochs now) {
    for (Name name : files(organisation)) {
      if (dies(name, now)) {
        try {
          KeyFile.destroy(file(name));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Whether the keys are there that the database says live; not whether they can be read. */
  public boolean hasLiving(String organisation, LivingEpochs now) {
    return has(organisation, now.oldest())
        && has(organisation, now.epoch())
        && Files.exists(file(new Name(organisation, MESSAGES, now.epoch())));
  }

  /** Whether the keys of an epoch are there; not whether they can be read. */
  public boolean has(String organisation, int epoch) {
    return Files.exists(file(new Name(organisation, EPOCH, epoch)));
  }

  /** The newest epoch that has keys; 0: there are none. */
  public int newest(String organisation) {
    return files(organisation).stream()
        .filter(name -> name.kind.equals(EPOCH))
        .mapToInt(Name::epoch)
        .max()
        .orElse(0);
  }

  /** The files of the epochs that live, as they are named in the folder of the keys. */
  public List<Path> livingFiles(String organisation, LivingEpochs now) {
    return files(organisation).stream()
        .filter(name -> !dies(name, now))
        .map(name -> keysDir.relativize(file(name)))
        .sorted()
        .toList();
  }

  /**
   * Eight letters that tell the key in a file from another, and nothing of it.
   *
   * @param file within the folder of the keys
   * @throws KeyRefused when others can read it, or it is no key
   */
  public String fingerprint(Path file) {
    try {
      return RootKey.fingerprint(KeyFile.open(keysDir.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean dies(Name name, LivingEpochs now) {
    int oldest = name.kind.equals(EPOCH) ? now.oldest() : now.messagesBefore();
    return name.epoch < oldest;
  }

  private List<Name> files(String organisation) {
    return KeyFile.list(keysDir, organisation, FILE).stream()
        .map(file -> FILE.matcher(String.valueOf(file.getFileName())))
        .filter(Matcher::matches)
        .map(found -> new Name(organisation, found.group(1), Integer.parseInt(found.group(2))))
        .toList();
  }

  private EpochKey key(Name name) {
    EpochKey known = opened.get(name);
    return known != null ? known : opened.computeIfAbsent(name, this::read);
  }

  /** A copy of the files alone opens nothing where the root key is kept elsewhere. */
  private EpochKey read(Name name) {
    Path file = file(name);
    if (!Files.exists(file)) {
      throw new KeyRefused(
          "the key of epoch %d of %s is missing: put %s back from the copy that you keep"
              .formatted(name.epoch, name.organisation, file));
    }
    try {
      return new EpochKey(name.epoch, root.derive(EPOCH, KeyFile.open(file), name.kind));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(Name name) {
    return keysDir.resolve(name.organisation).resolve(name.kind + "-" + name.epoch + ".key");
  }
}
