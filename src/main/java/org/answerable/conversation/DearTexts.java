package org.answerable.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.answerable.conversation.decision.Flows;
import org.answerable.conversation.decision.Phrases;
import org.answerable.flow.Context;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Texts;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.StartNote;
import org.answerable.platform.sms.Segments;

/**
 * Says at the start which texts cost more than they may with an organisation's own name, numbers,
 * topics and address in them: {@code flows check} knows only the samples.
 */
final class DearTexts implements StartNote {
  private final Flows flows;
  private final Phrases phrases;
  private final Organisations organisations;

  DearTexts(Flows flows, Phrases phrases, Organisations organisations) {
    this.flows = flows;
    this.phrases = phrases;
    this.organisations = organisations;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Organisation home : organisations.all()) {
      List<String> dear = dear(home);
      if (!dear.isEmpty()) {
        text.append("\nWith the words of ").append(home.name());
        text.append(" these texts cost more than they may; shorten its name, menu or numbers:\n");
        dear.forEach(line -> text.append("  ").append(line).append('\n'));
      }
    }
    return text.toString();
  }

  private List<String> dear(Organisation home) {
    List<String> dear = new ArrayList<>();
    for (Texts.Language language : flows.texts().languages()) {
      if (home.languages().contains(language.code())) {
        Context world = phrases.sample(home, language.code());
        for (String key : new TreeSet<>(flows.texts().texts().keySet())) {
          String said = flows.texts().say(key, world.language(), world.values());
          add(key, world.language(), said, flows.texts().budget(key).in(world.language()), dear);
        }
        for (FlowEngine.Shown shown : flows.engine().shown(world)) {
          String name = shown.flow() + ", " + shown.node();
          add(name, world.language(), shown.text(), shown.budget(), dear);
        }
      }
    }
    return dear;
  }

  private static void add(
      String name, String language, String said, int budget, List<String> dear) {
    int segments = Segments.of(said).segments();
    if (segments > budget) {
      dear.add(
          "%s in %s: %d segments instead of %d: %s"
              .formatted(name, language, segments, budget, said));
    }
  }
}
