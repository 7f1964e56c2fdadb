package org.answerable.delivery;

import java.util.UUID;
import org.answerable.constituent.Way;
import org.answerable.organisation.Organisation;

/** What a question back to a person needs of the conversation with them. */
public interface AskedBack {
  /**
   * Lets what they write within some days be about the feedback that they are asked about. Done
   * twice, it is done once.
   *
   * @param feedback its id
   * @param receipt its eight digits
   * @param question the question's id
   * @return false: they are in the midst of something else; it should be tried later
   */
  boolean expect(Organisation home, Way.Reach reach, UUID feedback, String receipt, UUID question);

  /** The question as the phone shows it. */
  String words(String language, String receipt, String question);

  /** That there is a question, for whoever wants no words on their phone. */
  String notice(String language, String receipt);
}
