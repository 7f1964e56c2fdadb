/** The log in PostgreSQL: what is staged, its order, its tree, and what pages read. */
@NullMarked
package org.answerable.responselog.jdbc;

import org.jspecify.annotations.NullMarked;
