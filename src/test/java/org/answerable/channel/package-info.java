@NullMarked
package org.answerable.channel;

import org.jspecify.annotations.NullMarked;
