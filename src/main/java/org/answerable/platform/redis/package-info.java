/** Redis, which makes things quick and never decides. */
@NullMarked
package org.answerable.platform.redis;

import org.jspecify.annotations.NullMarked;
