/** The one shell: message, session, decision, commit, reply. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: keys",
      "platform :: sms",
      "flow",
      "flow :: yaml",
      "channel",
      "organisation",
      "constituent",
      "confidential",
      "intake",
      "intake :: words",
      "feedback",
      "ballot",
      "poll",
      "responselog",
      "delivery",
      "effect"
    })
package org.answerable.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
