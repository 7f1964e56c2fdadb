/** The port to the phones, and one folder for each kind of channel. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"platform", "platform :: sms", "platform :: web", "organisation"})
package org.answerable.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
