/** The root key, the keys of each epoch, and what is sealed with them. */
@NullMarked
@NamedInterface("keys")
package org.answerable.platform.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
