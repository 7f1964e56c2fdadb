/** How a start goes: defaults of what listens where, refusals, and what to open next. */
@NullMarked
package org.answerable.platform.start;

import org.jspecify.annotations.NullMarked;
