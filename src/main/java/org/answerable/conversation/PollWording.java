package org.answerable.conversation;

import java.util.Optional;
import org.answerable.conversation.decision.PollPhrases;
import org.answerable.intake.words.WordLists;
import org.answerable.organisation.Organisation;
import org.answerable.poll.PollTexts;
import org.answerable.responselog.PollTerms;

/** What whoever sets up a poll is told of its words. */
record PollWording(PollPhrases phrases, WordLists lists) implements PollTexts {
  @Override
  public String asked(Organisation home, PollTerms terms, String language) {
    return phrases.asked(home, terms, language);
  }

  @Override
  public String readBack(Organisation home, PollTerms terms, String language) {
    return phrases.readBack(home, terms, language);
  }

  @Override
  public String reminder(Organisation home, PollTerms terms, String language) {
    return phrases.reminder(home, terms, language);
  }

  @Override
  public boolean isAlarm(String words) {
    return !lists.find(words).spots().isEmpty();
  }

  @Override
  public boolean isReserved(String words) {
    return phrases.isReserved(words);
  }

  @Override
  public Optional<String> asksWho(String question, String language) {
    return phrases.asksWho(question, language);
  }
}
