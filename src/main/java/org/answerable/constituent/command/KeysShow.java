package org.answerable.constituent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.answerable.constituent.EpochLimits;
import org.answerable.constituent.jdbc.EpochDesk;
import org.answerable.platform.Command;
import org.answerable.platform.RunningInstance;
import org.answerable.platform.keys.CoverSeeds;

/** {@code keys show}: which keys there are, and what losing them means. Never a key. */
final class KeysShow {
  private static final String WHAT_IT_MEANS =
      """

      Eight letters tell a key from another and say nothing of it; a copy has the same.

      Without the root key, or without an organisation's epoch-N.key of the epoch that lives, nobody can
      ever read again what it seals: who wrote, what they wrote before it was published, where answers go.
      Nobody can restore it, we can't either. Published pages, statuses and receipts stay. Without
      messages-N.key a text that the provider repeats may be taken in twice, and the server refuses to start.
      Without covers-YEAR-MONTH.key only the focal point outside can tell that month's covers from texts.
      So keep a copy ('keys copy FOLDER'), elsewhere than the data, and one only: an old copy of keys
      together with an old copy of the data shows what was forgotten since.\
      """;

  private KeysShow() {}

  static int run(RunningInstance instance, List<String> words, Terminal terminal)
      throws IOException {
    terminal.say("Root key " + instance.root().fingerprint());
    instance.rootKeys().places().forEach(place -> terminal.say("  stands in " + place));
    for (EpochDesk.State state : new EpochDesk(instance.owner()).all()) {
      terminal.say("\n" + state.organisation() + "\n  " + epoch(state));
      if (!instance.keys().hasLiving(state.organisation(), state.living())) {
        terminal.say("  A key of it is missing here: put it back from the copy that you keep.");
      }
      for (Path file : instance.keys().livingFiles(state.organisation(), state.living())) {
        show(instance, file, terminal);
      }
      CoverSeeds.files(instance.properties().keysDir(), state.organisation())
          .forEach(file -> show(instance, file, terminal));
    }
    terminal.say(WHAT_IT_MEANS);
    return Command.DONE;
  }

  private static void show(RunningInstance instance, Path file, Terminal terminal) {
    terminal.say("  %-40s %s".formatted(file, instance.keys().fingerprint(file)));
  }

  private static String epoch(EpochDesk.State state) {
    String lives = "epoch %d lives since %s; ".formatted(state.living().epoch(), state.begun());
    if (state.living().isChanging()) {
      return lives + "what stood under the one before is being taken over";
    }
    return state.asked() || state.erase()
        ? lives + "the next one was asked for and begins now"
        : lives + "the next one begins on " + state.begun().plus(EpochLimits.LENGTH);
  }
}
