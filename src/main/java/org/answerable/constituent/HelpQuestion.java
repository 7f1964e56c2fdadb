package org.answerable.constituent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person was asked last about one feedback: "did the answer help?", or "may this be
 * public?".
 *
 * @param receipt eight digits
 * @param at when it was handed to them: a number answers what came last
 * @param shown the words that would be public; null: they are asked whether the answer helped
 */
public record HelpQuestion(UUID feedback, String receipt, Instant at, @Nullable UUID shown) {
  private static final String TABLE = "constituent.question";
  private static final int FIELDS = 4;

  /**
   * {@code HMAC(the person's data key, "question")}: one for each person, and nobody else can tell
   * whose.
   */
  static byte[] tag(Constituent person) {
    return person.key().mac("question".getBytes(StandardCharsets.US_ASCII));
  }

  byte[] sealed(Constituent person) {
    String words = shown == null ? "" : shown.toString();
    String plain = String.join("\n", feedback.toString(), receipt, "" + at.toEpochMilli(), words);
    return person.key().seal(plain.getBytes(StandardCharsets.US_ASCII), place(person));
  }

  static HelpQuestion opened(Constituent person, byte[] row) {
    byte[] plain = person.key().open(row, place(person));
    String[] parts = new String(plain, StandardCharsets.US_ASCII).split("\n", FIELDS);
    return new HelpQuestion(
        UUID.fromString(parts[0]),
        parts[1],
        Instant.ofEpochMilli(Long.parseLong(parts[2])),
        parts.length < FIELDS || parts[3].isEmpty() ? null : UUID.fromString(parts[3]));
  }

  private static String place(Constituent person) {
    return person.organisation() + "/" + TABLE + "/" + person.who();
  }

  @Override
  public String toString() {
    return "HelpQuestion[redacted]";
  }
}
