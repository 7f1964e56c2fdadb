package org.answerable.platform.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the root key stands: {@code root.key} in the folder of the keys; {@code
 * ANSWERABLE_ROOT_KEY} in the environment, 64 hexadecimal digits; or {@code root.key} among
 * systemd's credentials. Two places that differ are refused, for nobody could tell which one
 * counts.
 *
 * @see <a href="https://systemd.io/CREDENTIALS/">System and service credentials</a>
 */
public final class RootKeySources {
  /** The variable that may hold it; in a configuration file or an argument it is refused. */
  public static final String VARIABLE = "ANSWERABLE_ROOT_KEY";

  private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";
  private final Path keysDir;
  private final Function<String, @Nullable String> environment;

  private record Found(String place, byte[] secret) {}

  /**
   * @param environment the value of a variable of this process, null where it is not set
   */
  public RootKeySources(Path keysDir, Function<String, @Nullable String> environment) {
    this.keysDir = keysDir;
    this.environment = environment;
  }

  /**
   * Reads it; at the first start, where it stands nowhere, it is made in the folder of the keys.
   *
   * @throws KeyRefused when it can't be used as it stands, or is missing where there are other keys
   */
  public RootKey openOrCreate() throws IOException {
    Optional<RootKey> known = find();
    if (known.isPresent()) {
      return known.get();
    }
    if (hasKeysOfEpochs()) {
      throw missing();
    }
    return RootKey.openOrCreate(keysDir);
  }

  /**
   * Reads it and never makes one.
   *
   * @throws KeyRefused when it can't be used as it stands, or stands nowhere
   */
  public RootKey open() throws IOException {
    return find().orElseThrow(this::missing);
  }

  /** The places where it stands, for people; never more than one that differs. */
  public List<String> places() throws IOException {
    return all().stream().map(Found::place).toList();
  }

  private Optional<RootKey> find() throws IOException {
    List<Found> all = all();
    for (Found other : all) {
      if (!MessageDigest.isEqual(all.getFirst().secret, other.secret)) {
        throw new KeyRefused(
            "the root key stands in %s and in %s, and they differ: keep the one that this database was made with, and remove the other"
                .formatted(all.getFirst().place, other.place));
      }
    }
    return all.stream().findFirst().map(found -> new RootKey(found.secret));
  }

  private List<Found> all() throws IOException {
    var all = new ArrayList<Found>();
    String variable = environment.apply(VARIABLE);
    if (variable != null) {
      all.add(new Found("the variable " + VARIABLE, KeyFile.parse(variable, VARIABLE)));
    }
    String credentials = environment.apply(CREDENTIALS);
    if (credentials != null && Files.exists(RootKey.file(Path.of(credentials)))) {
      Path file = RootKey.file(Path.of(credentials));
      all.add(new Found("the credential " + file, KeyFile.openGiven(file)));
    }
    Path file = RootKey.file(keysDir);
    if (Files.exists(file)) {
      all.add(new Found("the file " + file, KeyFile.open(file)));
    }
    return all;
  }

  private boolean hasKeysOfEpochs() throws IOException {
    if (!Files.isDirectory(keysDir)) {
      return false;
    }
    try (Stream<Path> below = Files.walk(keysDir, 2)) {
      return below.anyMatch(file -> file.toString().endsWith(".key"));
    }
  }

  private KeyRefused missing() {
    return new KeyRefused(
        "the root key is missing: put %s back from the copy that you keep, or give it as %s or as systemd's credential root.key, as before"
            .formatted(RootKey.file(keysDir), VARIABLE));
  }
}
