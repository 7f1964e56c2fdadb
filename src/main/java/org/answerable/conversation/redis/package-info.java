/** Sessions in Redis, which may be gone at any moment. */
@NullMarked
package org.answerable.conversation.redis;

import org.jspecify.annotations.NullMarked;
