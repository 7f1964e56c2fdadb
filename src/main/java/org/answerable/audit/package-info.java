/**
 * Checks a public log as anybody can: {@code log verify}. Of what writes the log it shares the
 * formats, {@code tlog}, and the counting of votes, {@code ballot}; nothing else.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"ballot", "tlog", "platform"})
package org.answerable.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
