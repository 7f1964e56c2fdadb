@NullMarked
package org.answerable.effect;

import org.jspecify.annotations.NullMarked;
