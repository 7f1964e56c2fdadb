/** What waits, in PostgreSQL, and its release at slots. */
@NullMarked
package org.answerable.intake.jdbc;

import org.jspecify.annotations.NullMarked;
