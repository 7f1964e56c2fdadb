/** What was said, before any leader may see it: held, then released at a slot. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: keys",
      "platform :: web",
      "organisation",
      "leader",
      "effect",
      "responselog",
      "confidential",
      "delivery"
    })
package org.answerable.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
