package org.answerable.constituent.command;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.answerable.constituent.jdbc.EpochDesk;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Command;
import org.answerable.platform.RunningInstance;

/**
 * {@code erase-all ORG}: for the day the law turns. The server that runs forgets everybody and
 * changes the keys; a drill does all but that.
 */
final class EraseAll {
  private static final String WARNING =
      """
      This forgets for ever, for %s: every address, %d people, and every conversation and way from
      a feedback to its sender; then the keys are changed, so that old backups show nobody either. Of the old
      keys one stays until the next change: it tells that a text came before, and not whose. Nobody can be answered any more. Feedbacks, responses and the public log stay, connected to
      nobody. What the phone company and the provider know stays with them. It can't be undone.\
      """;

  private EraseAll() {}

  static int run(RunningInstance instance, List<String> words, Terminal terminal)
      throws IOException {
    var desk = new EpochDesk(instance.owner());
    List<EpochDesk.State> found = desk.some(words.subList(0, 1));
    if (found.isEmpty()) {
      terminal.complain("There is no such organisation here: " + words.getFirst());
      return Command.FAILED;
    }
    EpochDesk.State before = found.getFirst();
    String organisation = before.organisation();
    boolean drill = VaultCommands.isDrill(words);
    if (drill) {
      terminal.say("This is a drill: you are asked as on the day itself, and nothing is erased.\n");
    }
    terminal.say(WARNING.formatted(organisation, desk.people(organisation)));
    if (!terminal.isSure(organisation)) {
      return Command.FAILED;
    }
    return drill
        ? note(instance, organisation, terminal)
        : Waiting.onServer(terminal, () -> erase(desk, before, terminal));
  }

  private static int note(RunningInstance instance, String organisation, Terminal terminal)
      throws IOException {
    Organisation home =
        Organisations.withoutSecrets(instance.properties()).find(organisation).orElse(null);
    if (home == null) {
      terminal.complain(organisation + " has no file among the organisations. Nothing was noted.");
      return Command.FAILED;
    }
    var day = home.day(InstantSource.system().instant());
    new EpochDesk(instance.owner()).drilled(organisation, day);
    terminal.say("Nothing was erased. The drill is noted for %s.".formatted(day));
    return Command.DONE;
  }

  private static int erase(EpochDesk desk, EpochDesk.State before, Terminal terminal) {
    String organisation = before.organisation();
    desk.askToErase(organisation);
    if (!Waiting.forNext(desk, before, terminal)) {
      return Command.FAILED;
    }
    terminal.say(
        "Done: %d people are forgotten, with epoch %d."
            .formatted(desk.erased(organisation), desk.one(organisation).living().epoch() - 1));
    return Command.DONE;
  }
}
