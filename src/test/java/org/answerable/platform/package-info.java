/** Tests of what every module may use. */
@NullMarked
package org.answerable.platform;

import org.jspecify.annotations.NullMarked;
