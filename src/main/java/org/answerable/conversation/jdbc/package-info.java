/** Sessions, messages that are known, and callers, in PostgreSQL. */
@NullMarked
package org.answerable.conversation.jdbc;

import org.jspecify.annotations.NullMarked;
