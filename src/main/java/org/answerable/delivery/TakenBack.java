package org.answerable.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A response that a leader takes back.
 *
 * @param isPublic it was left for the log, under its own id
 * @param only no other response went before it
 * @param unsent it must not be due before this moment
 */
public record TakenBack(
    String organisation,
    UUID feedback,
    UUID response,
    boolean isPublic,
    boolean only,
    Instant unsent,
    LocalDate today) {}
