/** Weeks of the demo organisation's life, so that every page has something true to show. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "channel",
      "delivery",
      "organisation",
      "leader",
      "intake",
      "feedback",
      "poll",
      "responselog"
    })
package org.answerable.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
