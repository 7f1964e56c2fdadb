package org.answerable.constituent;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is still owed to the sender of a feedback.
 *
 * @param closed the day it was closed; null: it is open
 * @param promised the last day of what was promised or referred; null: nothing was
 */
public record Matter(@Nullable LocalDate closed, @Nullable LocalDate promised) {}
