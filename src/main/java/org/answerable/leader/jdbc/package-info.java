/** Accounts and invitations in PostgreSQL. */
@NullMarked
package org.answerable.leader.jdbc;

import org.jspecify.annotations.NullMarked;
