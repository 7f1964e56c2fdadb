package org.answerable.intake;

import java.util.UUID;
import org.answerable.responselog.LogCommitment;

/**
 * A text with what its commitment is made of.
 *
 * @param part the id of the row that will hold it
 * @param reference of the feedback that it belongs to
 * @param salt the outer one, opened at release
 * @param innerSalt kept with the words
 */
public record CommittedText(
    String organisation, UUID part, String reference, String text, byte[] salt, byte[] innerSalt) {

  public byte[] textHash() {
    return LogCommitment.textHash(innerSalt, text);
  }

  /** What enters the log before anybody reads the text, 32 bytes. */
  public byte[] commitment() {
    return LogCommitment.of(organisation, salt, reference, textHash());
  }

  @Override
  public String toString() {
    return "CommittedText[" + organisation + ", redacted]";
  }
}
