package org.answerable.constituent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.answerable.constituent.jdbc.EpochDesk;
import org.answerable.platform.Command;
import org.answerable.platform.RunningInstance;
import org.answerable.platform.keys.CoverSeeds;
import org.answerable.platform.keys.EchoKeys;
import org.answerable.platform.keys.KeyRefused;
import org.answerable.platform.keys.KeysCopy;
import org.answerable.platform.keys.PollKeys;

/**
 * {@code keys copy FOLDER}: the keys that live, once; what was there before and died is destroyed.
 */
final class CopyOfKeys {
  private static final String WHAT_IT_IS_FOR =
      """
      With it and a backup of the data from the same epoch everything comes back. It opens no backup of an
      earlier epoch: those keys are destroyed. After the next change of keys, at the latest in a week, it opens
      no new backup either: copy again, into the same folder, with each backup. Never keep two: an old copy of
      keys with an old backup shows what people were told is forgotten.
      Keep it encrypted or on paper, elsewhere than the data.\
      """;

  private CopyOfKeys() {}

  static int run(RunningInstance instance, List<String> words, Terminal terminal)
      throws IOException {
    Path folder = Path.of(words.getFirst());
    Path keysDir = instance.properties().keysDir();
    var desk = new EpochDesk(instance.owner());
    List<EpochDesk.State> before;
    List<Path> files;
    boolean open;
    do {
      before = desk.all();
      files = files(instance, before);
      List<Path> notes =
          before.stream()
              .flatMap(state -> KeysCopy.notes(keysDir, state.organisation()).stream())
              .toList();
      open = KeysCopy.write(keysDir, instance.properties().dataDir(), files, notes, folder);
    } while (!before.equals(desk.all())); // an epoch changed meanwhile: once more
    terminal.say("%d keys are copied to %s.".formatted(files.size(), folder));
    if (KeysCopy.rootKey(keysDir).isEmpty()) {
      terminal.say(
          "The root key is not among them: it stands in %s. Without it the copy opens nothing."
              .formatted(String.join(" and ", instance.rootKeys().places())));
    }
    if (open) {
      terminal.say("Others can read it there, for that file system knows no owners: encrypt it.");
    }
    terminal.say(WHAT_IT_IS_FOR);
    return Command.DONE;
  }

  private static List<Path> files(RunningInstance instance, List<EpochDesk.State> states) {
    var files = new ArrayList<>(KeysCopy.rootKey(instance.properties().keysDir()));
    for (EpochDesk.State state : states) {
      List<Path> living = instance.keys().livingFiles(state.organisation(), state.living());
      if (living.isEmpty()) {
        throw new KeyRefused(
            "no key of " + state.organisation() + " is there: is this the folder?");
      }
      files.addAll(living);
      files.addAll(CoverSeeds.files(instance.properties().keysDir(), state.organisation()));
      files.addAll(PollKeys.files(instance.properties().keysDir(), state.organisation()));
      files.addAll(EchoKeys.files(instance.properties().keysDir(), state.organisation()));
    }
    return files;
  }
}
