@NullMarked
package org.answerable.delivery;

import org.jspecify.annotations.NullMarked;
