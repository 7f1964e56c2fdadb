package org.answerable.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.keys.Sealed;

/**
 * A feedback as it leaves the intake.
 *
 * @param reference its name in public
 * @param asked the day it was given
 * @param commitment of its first part, 32 bytes
 * @param parts the first text and what was added before the release, in order
 */
public record Released(
    String organisation,
    UUID feedback,
    String reference,
    LocalDate asked,
    String topic,
    Sensitivity sensitivity,
    boolean consent,
    byte[] commitment,
    List<Part> parts) {

  /**
   * One text of it. Sealed under {@code part}; open, it is {@link #SALT_BYTES} bytes of inner salt,
   * then the words in UTF-8.
   */
  public record Part(
      String organisation, UUID feedback, UUID part, int ordinal, LocalDate day, Sealed text) {
    public static final int SALT_BYTES = 32;
  }
}
