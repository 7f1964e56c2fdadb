/** The vault: the only place that knows how a constituent can be reached, sealed. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: keys",
      "platform :: web",
      "channel",
      "effect",
      "organisation"
    })
package org.answerable.constituent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
