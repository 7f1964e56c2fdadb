/** The outbox: everything that is sent outside of a webhook's own response. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: keys",
      "platform :: web",
      "channel",
      "constituent",
      "leader",
      "effect",
      "organisation"
    })
package org.answerable.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
