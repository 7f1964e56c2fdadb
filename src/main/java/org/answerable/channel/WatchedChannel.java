package org.answerable.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A channel, and how its sends went. */
record WatchedChannel(Channel inside, ChannelHealth health, InstantSource clock)
    implements Channel {
  @Override
  public String id() {
    return inside.id();
  }

  @Override
  public String organisation() {
    return inside.organisation();
  }

  @Override
  public int perSecond() {
    return inside.perSecond();
  }

  @Override
  public Duration pausePerPerson() {
    return inside.pausePerPerson();
  }

  @Override
  public SendResult send(OutgoingMessage message) {
    return noted(inside.send(message));
  }

  @Override
  public Acceptance accepted(OutgoingMessage message, Instant since) {
    return inside.accepted(message, since);
  }

  @Override
  public boolean onlyAnswers() {
    return inside.onlyAnswers();
  }

  @Override
  public SendResult announce(Address to) {
    return noted(inside.announce(to));
  }

  private SendResult noted(SendResult result) {
    health.note(id(), result, clock.instant());
    return result;
  }
}
