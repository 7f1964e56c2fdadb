package org.answerable.constituent.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.StartupRefused;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.LivingEpochs;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sees at start that every organisation has its living epoch's keys. Keys are made only for an
 * organisation that the database does not know: where it does and a key is missing, a new one would
 * silently make everything unreadable, so the start is refused, unless it was asked for in so many
 * words.
 *
 * @param notes what whoever starts should know
 */
record FirstEpochs(List<String> notes) {
  FirstEpochs {
    notes = List.copyOf(notes);
  }

  /**
   * Looks at each organisation.
   *
   * @param anew those that begin anew where their keys are gone
   * @throws StartupRefused when keys are missing
   */
  static FirstEpochs begin(
      OwnerDatabase owner,
      EpochKeys keys,
      Organisations organisations,
      Instant now,
      BeginAnew beginAnew,
      Set<String> anew) {
    JdbcClient client = owner.client();
    var notes = new ArrayList<String>();
    for (Organisation home : organisations.all()) {
      String id = home.id();
      if (EpochTable.read(client, id).isEmpty()) {
        keys.begin(id);
        EpochTable.beginFirst(client, id, home.day(now));
      }
      LivingEpochs said = living(client, id);
      if (!keys.hasLiving(id, said)) {
        if (!anew.contains(id)) {
          throw new StartupRefused(missing(id, said, keys.newest(id)));
        }
        notes.add(beginAnew.run(home, said, home.day(now)));
      }
      LivingEpochs living = living(client, id);
      keys.tell(id, living);
      keys.of(id, living.oldest());
      keys.current(id);
      keys.messages(id, living.epoch());
    }
    return new FirstEpochs(notes);
  }

  private static LivingEpochs living(JdbcClient client, String organisation) {
    return EpochTable.read(client, organisation).getFirst().living();
  }

  private static List<String> missing(String organisation, LivingEpochs said, int newest) {
    String anew =
        "'keys begin-anew %s' goes on without it: it forgets everybody and gives up what opens no more; the public log, receipts and statuses stay."
            .formatted(organisation);
    if (newest > said.epoch()) {
      return List.of(
          "The data of %s is older than its keys: it is of epoch %d, the keys are of epoch %d."
              .formatted(organisation, said.epoch(), newest),
          "When an epoch ends, its keys are destroyed, so that what was forgotten since stays"
              + " forgotten in old backups: nobody can open this one's addresses and unpublished"
              + " words.",
          "If there is a backup of epoch %d, restore that one.".formatted(newest),
          "If there is none: " + anew);
    }
    return List.of(
        "A key of epoch %d of %s is missing: put the folder %s of the keys back from the copy that you keep."
            .formatted(said.epoch(), organisation, organisation),
        "If no copy has it: " + anew);
  }
}
