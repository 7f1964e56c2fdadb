package org.answerable.poll;

import java.util.Optional;
import org.answerable.organisation.Organisation;
import org.answerable.responselog.PollTerms;

/** What phones will show of a poll, and what the words of one may not be. */
public interface PollTexts {
  /** The text that asks. */
  String asked(Organisation home, PollTerms terms, String language);

  /** The text that says a vote back which names every option. */
  String readBack(Organisation home, PollTerms terms, String language);

  /** The text that reminds of it, of which nobody says who has voted. */
  String reminder(Organisation home, PollTerms terms, String language);

  /** Whether words are of a list that raises the sensitivity of a text, or sets it aside. */
  boolean isAlarm(String words);

  /** Whether carriers, keywords or politeness have these words already, or they say a number. */
  boolean isReserved(String words);

  /** Words of a question that ask who somebody is; empty: it asks that not. */
  Optional<String> asksWho(String question, String language);
}
