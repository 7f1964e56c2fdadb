/** What a text message costs, as the networks count it. Pure. */
@NullMarked
package org.answerable.platform.sms;

import org.jspecify.annotations.NullMarked;
