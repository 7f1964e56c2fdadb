/** UP only when a message could be taken. */
@NullMarked
package org.answerable.platform.health;

import org.jspecify.annotations.NullMarked;
