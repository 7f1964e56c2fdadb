package org.answerable.delivery;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What the sender of a feedback writes is to be set aside for a time.
 *
 * @param until the last day of it
 */
public record Mute(String organisation, UUID feedback, LocalDate until) {}
