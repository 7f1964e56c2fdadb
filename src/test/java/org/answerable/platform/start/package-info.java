/** Tests of how a start goes. */
@NullMarked
package org.answerable.platform.start;

import org.jspecify.annotations.NullMarked;
