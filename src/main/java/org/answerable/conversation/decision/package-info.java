/**
 * What a message means and leads to: functions of a {@link
 * org.answerable.conversation.decision.Situation}.
 *
 * <p>{@link org.answerable.conversation.decision.Decider} decides about words, {@link
 * org.answerable.conversation.decision.Gestures} about what else a channel lets somebody do. Each
 * {@code …Talk} is one word that works everywhere, or one question. Nothing here reads a clock, a
 * database or a file: what they need is looked up before and stands in {@link
 * org.answerable.conversation.decision.Facts}, what they want changed stands in their {@link
 * org.answerable.conversation.decision.Decision}.
 */
@NullMarked
package org.answerable.conversation.decision;

import org.jspecify.annotations.NullMarked;
