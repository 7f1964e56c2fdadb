package org.answerable.constituent.command;

import java.util.List;
import org.answerable.constituent.jdbc.EpochDesk;
import org.answerable.platform.Command;
import org.answerable.platform.RunningInstance;

/** {@code keys rotate}: the next epoch begins now; the server that runs does it. */
final class KeysRotate {
  private KeysRotate() {}

  static int run(RunningInstance instance, List<String> words, Terminal terminal) {
    var desk = new EpochDesk(instance.owner());
    List<EpochDesk.State> before = desk.some(words);
    if (before.isEmpty()) {
      terminal.complain("There is no such organisation here: " + String.join("", words));
      return Command.FAILED;
    }
    return Waiting.onServer(terminal, () -> rotate(desk, before, terminal));
  }

  private static int rotate(EpochDesk desk, List<EpochDesk.State> before, Terminal terminal) {
    before.forEach(state -> desk.ask(state.organisation()));
    boolean all = true;
    for (EpochDesk.State state : before) {
      all &= Waiting.forNext(desk, state, terminal);
    }
    return all ? Command.DONE : Command.FAILED;
  }
}
