/** Feedback in PostgreSQL. */
@NullMarked
package org.answerable.feedback.jdbc;

import org.jspecify.annotations.NullMarked;
