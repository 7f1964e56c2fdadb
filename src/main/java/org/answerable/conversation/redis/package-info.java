@NullMarked
package org.answerable.conversation.redis;

import org.jspecify.annotations.NullMarked;
