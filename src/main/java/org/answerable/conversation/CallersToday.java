package org.answerable.conversation;

import java.time.LocalDate;

/** Who was texted back today; known by a keyed hash, and forgotten the day after. */
public interface CallersToday {
  /**
   * Notes one, unless that was done today, or for the same call, or enough were texted today.
   *
   * @param caller keyed hash of the address, 32 bytes
   * @param call keyed hash of the provider's id, 32 bytes
   * @param limit of an organisation's callers a day: each costs a text, and callers can be forged
   * @return whether to text them
   */
  boolean note(String organisation, byte[] caller, byte[] call, LocalDate today, int limit);
}
