@NullMarked
package org.answerable.leader;

import org.jspecify.annotations.NullMarked;
