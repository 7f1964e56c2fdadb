package org.answerable.delivery;

import java.util.UUID;
import org.answerable.channel.OutgoingMessage;

/**
 * What a person gets, as they chose.
 *
 * @param notice it only says that there is an answer: a second one harms nobody
 */
record Draft(UUID who, OutgoingMessage message, boolean notice) {
  @Override
  public String toString() {
    return "Draft[redacted]";
  }
}
