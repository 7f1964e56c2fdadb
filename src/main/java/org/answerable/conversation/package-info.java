/**
 * The one shell: message, session, decision, commit, reply.
 *
 * <p>Start at {@link org.answerable.conversation.Conversation}, which performs what {@link
 * org.answerable.conversation.Decider} says. That and each {@code …Talk}, one for a word or a
 * question, are functions of a {@link org.answerable.conversation.Situation}: what they need from
 * the database is looked up before ({@link org.answerable.conversation.FactFinder}), what they want
 * changed stands in their {@link org.answerable.conversation.Decision}. What the application says
 * by itself is written by {@link org.answerable.conversation.PollCalls}, {@link
 * org.answerable.conversation.TextingBack} and {@link org.answerable.conversation.Expecting}.
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
