package org.answerable.constituent;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.answerable.platform.keys.DataKey;
import org.jspecify.annotations.Nullable;

/**
 * A person as the conversation may know them: an id that no epoch changes, and what they chose.
 *
 * @param known whether the vault has met them; else the commit of this message introduces them
 * @param muted until the end of this day what they write is set aside; null: not
 * @param stopped nothing is sent to them until START
 * @param seen the last day they wrote
 * @param key their own; what is sealed under it is forgotten with it
 */
public record Constituent(
    String organisation,
    UUID who,
    boolean known,
    Settings settings,
    boolean stopped,
    @Nullable LocalDate muted,
    LocalDate seen,
    DataKey key) {

  /** The same person after a message. */
  public Constituent after(Settings chosen, boolean stop, LocalDate day) {
    return new Constituent(organisation, who, true, chosen, stop, muted, day, key);
  }

  public boolean isMuted(LocalDate today) {
    return muted != null && !muted.isBefore(today);
  }

  /**
   * Whether so much time passed without a text that the number may be somebody else's by now. A
   * stop lasts: whoever has the number is not texted.
   */
  public boolean isIdle(LocalDate today) {
    return known && !stopped && today.isAfter(seen.plus(EpochLimits.IDLE));
  }

  /** {@code HMAC(the person's data key, feedback)}: proves that a feedback is theirs. */
  public byte[] ownerTag(UUID feedback) {
    return key.mac(feedback.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Constituent[redacted]";
  }
}
