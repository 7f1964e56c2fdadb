package org.answerable.conversation;

import org.answerable.responselog.ReceiptState;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up because the text names it.
 *
 * @param status of the receipt that the text asks for; null: it asks for none, or for one that was
 *     never given out
 */
record Facts(@Nullable ReceiptState status) {}
