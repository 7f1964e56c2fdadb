/** What a text message costs, as the networks count it. Pure. */
@NullMarked
@NamedInterface("sms")
package org.answerable.platform.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
