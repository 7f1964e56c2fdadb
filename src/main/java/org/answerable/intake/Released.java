package org.answerable.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.keys.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * A feedback as it leaves the intake.
 *
 * @param reference its name in public
 * @param asked the day it was given
 * @param kind what word lists or a reader took it for; null: the topic says
 * @param excluded roles and accounts that never see it
 * @param commitment of its first part, 32 bytes
 * @param parts the first text and what was added before the release, in order
 */
public record Released(
    String organisation,
    UUID feedback,
    String reference,
    LocalDate asked,
    String topic,
    @Nullable Kind kind,
    Sensitivity sensitivity,
    Set<String> excluded,
    boolean consent,
    Source source,
    byte[] commitment,
    List<Part> parts) {
  public Released {
    excluded = Set.copyOf(excluded);
    parts = List.copyOf(parts);
  }

  /**
   * One text of it. Sealed under {@code part}; open, it is {@link #SALT_BYTES} bytes of inner salt,
   * then the words in UTF-8.
   *
   * @param commitment of it in the log, 32 bytes
   * @param salt the outer one of the commitment, 32 bytes
   */
  public record Part(
      String organisation,
      UUID feedback,
      UUID part,
      int ordinal,
      LocalDate day,
      byte[] commitment,
      byte[] salt,
      Sealed text) {
    public static final int SALT_BYTES = 32;

    /** The words of an opened text. */
    public static String words(byte[] opened) {
      return new String(opened, SALT_BYTES, opened.length - SALT_BYTES, StandardCharsets.UTF_8);
    }

    /** The inner salt of an opened text. */
    public static byte[] innerSalt(byte[] opened) {
      return Arrays.copyOf(opened, SALT_BYTES);
    }
  }

  @Override
  public String toString() {
    return "Released[redacted]";
  }
}
