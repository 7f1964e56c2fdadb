/** Tests of health and limits. */
@NullMarked
package org.answerable.platform.health;

import org.jspecify.annotations.NullMarked;
