/**
 * The one shell: message, session, decision, commit, reply.
 *
 * <p>Start at {@link org.answerable.conversation.Conversation}, which performs what {@code
 * decision} says; what that needs from the database is looked up before ({@link
 * org.answerable.conversation.FactFinder}). What the application says by itself is written by
 * {@link org.answerable.conversation.PollCalls}, {@link org.answerable.conversation.TextingBack}
 * and {@link org.answerable.conversation.Expecting}.
 */
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
