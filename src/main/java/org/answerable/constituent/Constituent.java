package org.answerable.constituent;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.answerable.platform.keys.DataKey;

/**
 * A person as the conversation may know them: an id that no epoch changes, and what they chose.
 *
 * @param known whether the vault has met them; else the commit of this message introduces them
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
    LocalDate seen,
    DataKey key) {

  /** {@code HMAC(the person's data key, feedback)}: proves that a feedback is theirs. */
  public byte[] ownerTag(UUID feedback) {
    return key.mac(feedback.toString().getBytes(StandardCharsets.UTF_8));
  }
}
