package org.answerable.confidential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.answerable.effect.Effect;
import org.answerable.organisation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said something that only a focal point may read. It is sealed to the outside one before
 * it is written anywhere; the others get it from them, case by case.
 *
 * @param report the id that its answers are routed by; texts of one report share it
 * @param reference of the feedback that it belongs to; reports that share it are shown together
 * @param text the id of the row that will hold it
 * @param ordinal of the text within the report, from 0
 * @param at its moment, for the hours left; it is kept only inside the seal, in steps of six hours
 * @param kind what it was taken for; null: a report
 * @param topic as far as the sender said; null: not
 * @param firstHour whether a list found danger in it, so that the first hour counts
 * @param commitment in the log, 32 bytes
 * @param salt the outer one of the commitment, kept inside the seal
 * @param innerSalt kept inside the seal
 */
public record Confided(
    String organisation,
    UUID report,
    String reference,
    UUID text,
    int ordinal,
    LocalDate day,
    @Nullable Instant at,
    @Nullable Kind kind,
    @Nullable String topic,
    boolean firstHour,
    byte[] commitment,
    byte[] salt,
    byte[] innerSalt,
    String words)
    implements Effect {
  @Override
  public String toString() {
    return "Confided[" + organisation + ", redacted]";
  }
}
