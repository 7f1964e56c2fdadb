/** Polls in PostgreSQL. */
@NullMarked
package org.answerable.poll.jdbc;

import org.jspecify.annotations.NullMarked;
