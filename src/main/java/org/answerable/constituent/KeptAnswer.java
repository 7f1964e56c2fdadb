package org.answerable.constituent;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;

/**
 * A response whose words wait until the person asks with READ.
 *
 * @param answer the response's id
 * @param day from which it is kept
 * @param receipt eight digits
 */
public record KeptAnswer(UUID answer, LocalDate day, String receipt, String words) {
  /** How long it waits. */
  public static final Period KEPT = Period.ofDays(14);

  private static final String TABLE = "constituent.kept_answer";

  /**
   * {@code HMAC(the person's data key, "answers" ‖ receipt)}: finds theirs, and tells nobody whose
   * they are. One for each receipt: rows that shared a tag would show, without any key, that two
   * feedbacks are one person's.
   */
  static byte[] tag(Constituent person, String receipt) {
    return person
        .key()
        .mac(
            "answers".getBytes(StandardCharsets.US_ASCII),
            receipt.getBytes(StandardCharsets.US_ASCII));
  }

  Constituents.Kept sealed(Constituent person) {
    byte[] plain = (receipt + "\n" + words).getBytes(StandardCharsets.UTF_8);
    return new Constituents.Kept(
        person.organisation(),
        tag(person, receipt),
        answer,
        day,
        person.key().seal(plain, place(person, answer)));
  }

  static KeptAnswer opened(Constituent person, Constituents.Kept row) {
    byte[] plain = person.key().open(row.sealed(), place(person, row.answer()));
    String[] parts = new String(plain, StandardCharsets.UTF_8).split("\n", 2);
    return new KeptAnswer(row.answer(), row.day(), parts[0], parts[1]);
  }

  private static String place(Constituent person, UUID answer) {
    return person.organisation() + "/" + TABLE + "/" + answer;
  }

  @Override
  public String toString() {
    return "KeptAnswer[redacted]";
  }
}
