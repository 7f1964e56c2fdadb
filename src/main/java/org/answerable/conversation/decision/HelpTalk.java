package org.answerable.conversation.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.channel.Reply;
import org.answerable.constituent.HelpAsked;
import org.answerable.constituent.HelpQuestion;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.FlowLimits;
import org.answerable.flow.Sprint;
import org.answerable.intake.AnswerJudged;
import org.answerable.intake.Verdict;
import org.answerable.organisation.Deadlines;
import org.answerable.organisation.Organisation;

/**
 * "Did the answer help?" ({@code flows/did-it-help.yaml}). It was asked by a text that went out, or
 * with READ; what was asked is kept for the person, since no session waits for days.
 */
final class HelpTalk {
  /** For a text of which only its choices count. */
  private static final String NO_RECEIPT = "00000000";

  private static final Map<String, String> NO_DAY = Map.of("date", "2000-01-01");

  private final SentQuestion question;
  private final Phrases phrases;

  HelpTalk(FlowEngine engine, Phrases phrases) {
    this.question = SentQuestion.helped(engine);
    this.phrases = phrases;
  }

  /** Whether a text can be an answer to it, so that what was asked is looked up. */
  boolean isAnswer(CleanText text, Organisation home, String language) {
    return text.words().length() <= FlowLimits.MATCH_CHARS
        && verdict(question.said(text, phrases.about(home, language, NO_RECEIPT, NO_DAY)))
            .isPresent();
  }

  /** What they answer; empty: nothing was asked, or this is something else. */
  Optional<Decision> answered(Situation situation) {
    HelpQuestion asked = situation.facts().question();
    if (asked == null || asked.shown() != null) {
      return Optional.empty();
    }
    var due = new Deadlines(situation.home()).disputed(situation.today());
    Sprint sprint =
        question.said(situation.text(), phrases.context(situation, asked.receipt(), due));
    return verdict(sprint)
        .map(
            verdict ->
                situation.decide(
                    Spoken.of(sprint.events()),
                    situation.talk(),
                    List.of(
                        new AnswerJudged(
                            situation.home().id(), asked.feedback(), verdict, situation.today()),
                        new HelpAsked(situation.person(), null, situation.today()))));
  }

  /** With READ: the question follows the words, and costs no text of its own. */
  Decision asking(Situation situation, String receipt, Decision read) {
    Facts.Own own = situation.facts().own();
    if (own == null || !own.answered() || !situation.person().known()) {
      return read;
    }
    var due = new Deadlines(situation.home()).disputed(situation.today());
    String text = question.text(phrases.context(situation, receipt, due));
    var asked = new HelpQuestion(own.feedback(), receipt, situation.now(), null);
    var texts = new ArrayList<>(read.reply().texts());
    texts.add(new Reply.Text(text, List.of()));
    return new Decision(
        new Reply(texts),
        read.next(),
        read.settings(),
        read.stopped(),
        List.of(new HelpAsked(situation.person(), asked, situation.today())));
  }

  private Optional<Verdict> verdict(Sprint sprint) {
    return question.answer(sprint).map(Verdict::ofWords);
  }
}
