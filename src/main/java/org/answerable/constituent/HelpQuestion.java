package org.answerable.constituent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * "Did the answer help?", as a person was asked last.
 *
 * @param receipt eight digits
 * @param at when it was handed to them: a number answers what came last
 */
public record HelpQuestion(UUID feedback, String receipt, Instant at) {
  private static final String TABLE = "constituent.question";
  private static final int FIELDS = 3;

  /**
   * {@code HMAC(the person's data key, "question")}: one for each person, and nobody else can tell
   * whose.
   */
  static byte[] tag(Constituent person) {
    return person.key().mac("question".getBytes(StandardCharsets.US_ASCII));
  }

  byte[] sealed(Constituent person) {
    String plain = feedback + "\n" + receipt + "\n" + at.toEpochMilli();
    return person.key().seal(plain.getBytes(StandardCharsets.US_ASCII), place(person));
  }

  static HelpQuestion opened(Constituent person, byte[] row) {
    byte[] plain = person.key().open(row, place(person));
    String[] parts = new String(plain, StandardCharsets.US_ASCII).split("\n", FIELDS);
    return new HelpQuestion(
        UUID.fromString(parts[0]), parts[1], Instant.ofEpochMilli(Long.parseLong(parts[2])));
  }

  private static String place(Constituent person) {
    return person.organisation() + "/" + TABLE + "/" + person.who();
  }

  @Override
  public String toString() {
    return "HelpQuestion[redacted]";
  }
}
