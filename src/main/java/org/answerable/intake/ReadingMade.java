package org.answerable.intake;

import java.util.UUID;

/** What a reader found a feedback to be that was released before. */
public record ReadingMade(String organisation, UUID feedback, Reading reading) {

  @Override
  public String toString() {
    return "ReadingMade[redacted]";
  }
}
