/** The root key, the keys of each epoch, and what is sealed with them. */
@NullMarked
package org.answerable.platform.keys;

import org.jspecify.annotations.NullMarked;
