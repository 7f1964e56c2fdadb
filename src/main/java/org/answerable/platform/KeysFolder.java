package org.answerable.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.answerable.platform.keys.RealPath;
import org.answerable.platform.keys.RootKeySources;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Where keys may lie: whoever copies the data, for a backup say, must not copy the keys with it.
 */
final class KeysFolder {
  private KeysFolder() {}

  /**
   * In the demo they may lie in the data folder.
   *
   * @throws StartupRefused when they do elsewhere
   */
  static void refuseBesideTheData(AnswerableProperties properties) throws IOException {
    Path keys = RealPath.of(properties.keysDir());
    Path data = RealPath.of(properties.dataDir());
    if (!properties.demo() && keys.startsWith(data)) {
      throw new StartupRefused(
          List.of(
              "answerable.keys-dir: %s lies in the data folder %s, so a copy of the data would open itself."
                  .formatted(keys, data),
              "Give a folder elsewhere with answerable.keys-dir, /var/lib/answerable/keys say. If"
                  + " there are keys already, move the whole folder there first."));
    }
  }

  /**
   * A configuration file is copied and shown, and everybody on the machine sees arguments.
   *
   * @throws StartupRefused when the root key comes from there
   */
  static void refuseKeyInSettings(
      Environment settings, Function<String, @Nullable String> environment) {
    String given = settings.getProperty(RootKeySources.VARIABLE);
    if (given != null && !Objects.equals(given, environment.apply(RootKeySources.VARIABLE))) {
      throw new StartupRefused(
          "%s: a key in a configuration file or on the command line is refused: set it in the environment, and remove it there"
              .formatted(RootKeySources.VARIABLE));
    }
  }
}
