/** The vault in PostgreSQL, and the change of its keys. */
@NullMarked
package org.answerable.constituent.jdbc;

import org.jspecify.annotations.NullMarked;
