@NullMarked
package org.answerable.feedback;

import org.jspecify.annotations.NullMarked;
