/** What only a trained focal point may read ({@code S3}): sealed to them, handled in their room. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "tlog",
      "audit",
      "platform :: keys",
      "platform :: web",
      "organisation",
      "leader",
      "effect",
      "responselog",
      "delivery"
    })
package org.answerable.confidential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
