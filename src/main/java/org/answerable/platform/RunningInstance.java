package org.answerable.platform;

import java.io.IOException;
import java.util.List;
import org.answerable.platform.database.RunningDatabase;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.RootKeySources;

/**
 * A command's way into the instance that runs: its settings, keys and database. It starts nothing
 * and makes nothing.
 */
public record RunningInstance(
    AnswerableProperties properties,
    RootKeySources rootKeys,
    RootKey root,
    EpochKeys keys,
    OwnerDatabase owner,
    Databases databases) {

  /**
   * Joins it.
   *
   * @param options {@code --answerable.NAME=VALUE}, as the server got them
   * @throws StartupRefused when the settings are wrong, or no database runs
   * @throws org.answerable.platform.keys.KeyRefused when there is no root key
   */
  public static RunningInstance join(List<String> options) throws IOException {
    AnswerableProperties properties = CommandSettings.read(options);
    var sources = new RootKeySources(properties.keysDir(), System::getenv);
    RootKey root = sources.open();
    var database = RunningDatabase.join(properties, root);
    return new RunningInstance(
        properties,
        sources,
        root,
        new EpochKeys(properties.keysDir(), root),
        database.owner(),
        database.databases());
  }
}
