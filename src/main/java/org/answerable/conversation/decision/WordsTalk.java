package org.answerable.conversation.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.answerable.constituent.HelpAsked;
import org.answerable.constituent.HelpQuestion;
import org.answerable.constituent.KeptAnswer;
import org.answerable.flow.Context;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.FlowLimits;
import org.answerable.flow.Sprint;
import org.answerable.intake.WordsAllowed;
import org.answerable.organisation.Organisation;

/**
 * "May this be public?" ({@code flows/show-words.yaml}), of words from which a leader took
 * something out. It was asked by a text that went out, or stood in what READ brought; who says
 * nothing has not agreed.
 */
final class WordsTalk {
  private static final String PUBLISH = "publish";
  private static final String NO_RECEIPT = "00000000";

  private final SentQuestion question;
  private final Phrases phrases;

  WordsTalk(FlowEngine engine, Phrases phrases) {
    this.question = SentQuestion.wordsShown(engine);
    this.phrases = phrases;
  }

  /** Whether a text can be an answer to it, so that what was asked is looked up. */
  boolean isAnswer(CleanText text, Organisation home, String language) {
    return text.words().length() <= FlowLimits.MATCH_CHARS
        && allowed(question.said(text, context(home, language, NO_RECEIPT))).isPresent();
  }

  /** What they answer; empty: it was not asked, or too long ago, or this is something else. */
  Optional<Decision> answered(Situation situation) {
    HelpQuestion asked = situation.facts().question();
    UUID shown = asked == null ? null : asked.shown();
    if (asked == null || shown == null || isOver(situation, asked)) {
      return Optional.empty();
    }
    Organisation home = situation.home();
    Sprint sprint =
        question.said(situation.text(), context(home, situation.language(), asked.receipt()));
    return allowed(sprint)
        .map(
            allowed ->
                situation.decide(
                    Spoken.of(sprint.events()),
                    situation.talk(),
                    List.of(
                        new WordsAllowed(
                            home.id(), asked.feedback(), shown, allowed, situation.today()),
                        new HelpAsked(situation.person(), null, situation.today()))));
  }

  private static boolean isOver(Situation situation, HelpQuestion asked) {
    return situation.today().isAfter(situation.home().day(asked.at()).plus(KeptAnswer.KEPT));
  }

  /**
   * With READ the words were shown, and their question; empty: they are not among what was read.
   */
  Optional<Decision> asking(
      Situation situation, String receipt, List<KeptAnswer> kept, Decision read) {
    Facts.Own own = situation.facts().own();
    UUID shown = own == null ? null : own.shown();
    if (own == null
        || shown == null
        || kept.stream().noneMatch(one -> one.answer().equals(shown))) {
      return Optional.empty();
    }
    var asked = new HelpQuestion(own.feedback(), receipt, situation.now(), shown);
    return Optional.of(
        read.withEffects(List.of(new HelpAsked(situation.person(), asked, situation.today()))));
  }

  private Context context(Organisation home, String language, String receipt) {
    return phrases.about(home, language, receipt, Map.of("words", "", "date", "2000-01-01"));
  }

  private Optional<Boolean> allowed(Sprint sprint) {
    return question.answer(sprint).map(PUBLISH::equals);
  }
}
