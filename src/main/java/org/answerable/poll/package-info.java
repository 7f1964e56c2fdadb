/**
 * Polls: they are set up, announced, opened, voted in by text, closed, counted and shown.
 *
 * <p>Along the life of one: {@link org.answerable.poll.SettingUp} (two leaders), {@link
 * org.answerable.poll.PollSweep} (opens and ends it by the clock), {@link
 * org.answerable.poll.BallotReader} and {@link org.answerable.poll.BallotTap} (what a text or a
 * press is), {@link org.answerable.poll.BallotBox} (what its key hides), {@link
 * org.answerable.poll.Closing} (parts votes from voters), {@link org.answerable.poll.Count}, {@link
 * org.answerable.poll.Disclosure} and {@link org.answerable.poll.Suppression} (how much of the
 * result may be told), {@link org.answerable.poll.AnsweringPriorities} (what becomes of it).
 */
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
