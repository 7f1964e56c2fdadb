package org.answerable.responselog.witness;

import java.util.List;
import java.util.Optional;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Witness;
import org.answerable.platform.web.Notice;
import org.answerable.platform.web.StandingNotices;

/** Says to leaders what their witnesses find wrong, which does not pass by itself. */
final class WitnessNotice implements StandingNotices {
  private final Organisations organisations;
  private final Witnessing witnessing;

  WitnessNotice(Organisations organisations, Witnessing witnessing) {
    this.organisations = organisations;
    this.witnessing = witnessing;
  }

  @Override
  public List<Notice> of(String organisation) {
    List<String> wrong =
        organisations.find(organisation).stream().flatMap(home -> wrong(home).stream()).toList();
    return wrong.isEmpty()
        ? List.of()
        : List.of(
            new Notice(
                "A witness of the public log refuses it. Tell whoever keeps your server"
                    + " (docs/log.md, Witnesses).",
                wrong));
  }

  private List<String> wrong(Organisation home) {
    return witnessing.standings(home).entrySet().stream()
        .flatMap(one -> sentence(home, one.getKey(), one.getValue()).stream())
        .toList();
  }

  private static Optional<String> sentence(Organisation home, Witness witness, Standing standing) {
    String name = witness.name();
    return switch (standing) {
      case SEEN, AWAY -> Optional.empty();
      case KNOWS_IT_NOT ->
          Optional.of(
              name
                  + " does not know this log, or not its key: give it the line at /"
                  + home.id()
                  + "/tlog/key.");
      case ANSWERS_WRONG ->
          Optional.of(
              name
                  + " does not answer as a witness with that key does: look at key and url in the"
                  + " organisation's file.");
      case SAW_MORE ->
          Optional.of(
              name + " has seen more entries than there are: the database may be an older copy.");
      case SAW_ANOTHER ->
          Optional.of(
              name + " has seen another log than the one here: somebody may have rewritten it.");
    };
  }
}
