/** A tally in plain words, and as JSON. Pure. */
@NullMarked
@NamedInterface("report")
package org.answerable.ballot.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
