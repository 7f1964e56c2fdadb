/**
 * Counting: ballots in, a {@link org.answerable.ballot.Tally} out, which holds every step, so that
 * anybody can check it and ask why somebody lost. Pure, and of use outside of this application.
 *
 * <p>Start at {@link org.answerable.ballot.CountingMethod}. Eight methods, a file each. All numbers
 * are exact: integers, decimals and fractions, no floating point. {@code file} reads and writes the
 * forms that others use, {@code report} puts a tally in words and JSON.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.answerable.ballot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
