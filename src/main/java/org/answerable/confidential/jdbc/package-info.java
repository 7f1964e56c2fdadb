/** What is confided, in PostgreSQL. */
@NullMarked
package org.answerable.confidential.jdbc;

import org.jspecify.annotations.NullMarked;
