package org.answerable.delivery.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.answerable.channel.Acceptance;
import org.answerable.channel.Address;
import org.answerable.channel.Channel;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;
import org.jspecify.annotations.Nullable;

/** A channel that keeps what it was given and answers as it is told. */
final class Phone implements Channel {
  static final SendResult SENT = new SendResult.Sent();
  private final List<OutgoingMessage> sent = new CopyOnWriteArrayList<>();
  private volatile SendResult result = SENT;
  private final List<Address> announced = new CopyOnWriteArrayList<>();
  private volatile @Nullable SendResult announcement;
  private volatile Acceptance acceptance = Acceptance.NOT_ASKED;

  void answers(SendResult next) {
    result = next;
  }

  /** Reaches only who wrote; what it is asked to announce is kept apart. */
  void onlyAnswers(SendResult announced) {
    announcement = announced;
  }

  List<Address> announced() {
    return announced;
  }

  @Override
  public boolean onlyAnswers() {
    return announcement != null;
  }

  @Override
  public SendResult announce(Address to) {
    announced.add(to);
    return announcement == null ? Channel.super.announce(to) : announcement;
  }

  /** What the provider says of a send in doubt. */
  void accepts(Acceptance next) {
    acceptance = next;
  }

  List<OutgoingMessage> sent() {
    return sent;
  }

  @Override
  public String id() {
    return "line";
  }

  @Override
  public int perSecond() {
    return 1_000; // clocks stand still here
  }

  @Override
  public String organisation() {
    return "baraza";
  }

  @Override
  public SendResult send(OutgoingMessage message) {
    sent.add(message);
    return result;
  }

  @Override
  public Acceptance accepted(OutgoingMessage message, Instant since) {
    return acceptance;
  }
}
