/** What a line of the log may say, whoever writes it: no number, no word, no receipt. */
@NullMarked
package org.answerable.platform.log;

import org.jspecify.annotations.NullMarked;
