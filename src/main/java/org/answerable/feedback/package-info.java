/** What was released: its state, the responses to it, and the inbox. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: keys",
      "platform :: sms",
      "platform :: web",
      "organisation",
      "leader",
      "effect",
      "confidential",
      "intake",
      "responselog",
      "delivery"
    })
package org.answerable.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
