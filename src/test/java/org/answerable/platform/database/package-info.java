/** Tests of logins and grants. */
@NullMarked
package org.answerable.platform.database;

import org.jspecify.annotations.NullMarked;
