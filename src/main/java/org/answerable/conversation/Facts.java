package org.answerable.conversation;

import java.time.LocalDate;
import org.answerable.responselog.ReceiptState;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up because the text names it.
 *
 * @param status of the receipt that the text asks for; null: it asks for none, or for one that was
 *     never given out
 * @param unreadableFrom the day from which nothing can be read of whoever is forgotten now; null:
 *     the text does not ask for that
 */
record Facts(@Nullable ReceiptState status, @Nullable LocalDate unreadableFrom) {
  /** Where a text names nothing. */
  static final Facts NONE = new Facts(null, null);
}
