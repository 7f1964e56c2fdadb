package org.answerable.delivery;

import java.time.Duration;

/**
 * What waits to be sent. Of all organisations together: of one alone it would tell when somebody is
 * answered.
 *
 * @param due could leave now, and nobody has it
 * @param oldest how long the first of them waits
 * @param uncertain waits for a person to decide
 */
public record Backlog(int due, Duration oldest, int uncertain) {}
