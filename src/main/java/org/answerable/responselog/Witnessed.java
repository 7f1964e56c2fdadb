package org.answerable.responselog;

import java.time.Instant;

/**
 * What somebody outside has seen of a log.
 *
 * @param name the witness's
 * @param size how many entries the log had
 * @param time when the witness signed, as it says itself
 */
public record Witnessed(String name, long size, Instant time) {}
