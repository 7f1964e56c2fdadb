/** The ledger of turns, and the threads that commit them. */
@NullMarked
package org.answerable.effect.jdbc;

import org.jspecify.annotations.NullMarked;
