package org.answerable.conversation.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.answerable.channel.Reply;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.Settings;
import org.answerable.effect.Effect;
import org.answerable.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a decision depends on.
 *
 * @param talk as it stands at {@code now}
 */
public record Situation(
    Organisation home, Constituent person, Talk talk, CleanText text, Facts facts, Instant now) {

  String language() {
    return person.settings().language();
  }

  LocalDate today() {
    return home.day(now);
  }

  /**
   * The same where they used words of a language, which is answered in it and kept, unless they
   * chose one by LANG.
   *
   * @param language null, or one that the organisation does not speak: nothing was heard
   */
  Situation hearing(@Nullable String language) {
    if (language == null || !home.languages().contains(language)) {
      return this;
    }
    Settings heard = person.settings().hearing(language);
    var other = person.after(heard, person.stopped(), person.seen());
    return new Situation(home, other, talk, text, facts, now);
  }

  /** The same where less of the text may be written anywhere. */
  Situation keeping(String words, Talk other) {
    return new Situation(home, person, other, text.keeping(words), facts, now);
  }

  /** The same with other facts. */
  Situation knowing(Facts others) {
    return new Situation(home, person, talk, text, others, now);
  }

  /** Nothing changes but what is said. */
  Decision say(Reply reply) {
    return decide(reply, talk, List.of());
  }

  /** What the person chose stays as it is. */
  Decision decide(Reply reply, Talk next, List<Effect> effects) {
    return decide(reply, next, person.settings(), person.stopped(), effects);
  }

  Decision decide(
      Reply reply, Talk next, Settings settings, boolean stopped, List<Effect> effects) {
    return new Decision(reply, next, settings, stopped, effects);
  }

  @Override
  public String toString() {
    return "Situation[redacted]";
  }
}
