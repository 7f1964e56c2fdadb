/** The port to the phones, and one folder for each kind of channel. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "organisation"})
package org.answerable.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
