/** Bots at Telegram: what they hear by webhook or polling, and what they say. */
@NullMarked
package org.answerable.channel.telegram;

import org.jspecify.annotations.NullMarked;
