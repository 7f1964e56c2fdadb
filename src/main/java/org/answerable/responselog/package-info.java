/** The public response log: entries, receipts, slots, and the public site. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: keys",
      "platform :: web",
      "tlog",
      "effect",
      "organisation"
    })
package org.answerable.responselog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
