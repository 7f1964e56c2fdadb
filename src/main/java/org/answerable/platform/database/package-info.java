/** The database's logins, its migrations, and a pool for each login. */
@NullMarked
package org.answerable.platform.database;

import org.jspecify.annotations.NullMarked;
