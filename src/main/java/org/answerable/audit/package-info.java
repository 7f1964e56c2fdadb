/**
 * Checks a public log as anybody can: {@code log verify}. Of what writes the log it shares the
 * formats alone, {@code tlog}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"tlog", "platform"})
package org.answerable.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
