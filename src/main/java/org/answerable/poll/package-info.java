/** Polls: they are set up, announced, opened, voted in by text, closed, counted and shown. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: keys",
      "platform :: sms",
      "platform :: web",
      "ballot",
      "ballot :: file",
      "flow",
      "organisation",
      "leader",
      "effect",
      "responselog",
      "responselog :: web"
    })
package org.answerable.poll;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
