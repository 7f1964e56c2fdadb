/** The outbox in PostgreSQL. */
@NullMarked
package org.answerable.delivery.jdbc;

import org.jspecify.annotations.NullMarked;
