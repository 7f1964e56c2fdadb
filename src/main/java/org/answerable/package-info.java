/** Answerable: the accountability mechanism of a community-led organisation. */
@NullMarked
package org.answerable;

import org.jspecify.annotations.NullMarked;
