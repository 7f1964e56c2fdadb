package org.answerable.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.answerable.channel.Channel;
import org.answerable.channel.Channels;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.KeptAnswer;
import org.answerable.constituent.Vault;
import org.answerable.constituent.Way;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.keys.Sealer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings responses to the people who asked. A message is leased, then sent outside of any
 * transaction, then noted. It is noted too, before the send, that one begins: whatever ends this
 * process in between leaves an uncertain message, never a second one and never a lost one.
 */
public final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /** Longer than a channel may take to send, so that it rarely ends while somebody sends. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final int HALF = 4;
  private final Deliveries deliveries;
  private final Vault vault;
  private final Digits digits;
  private final NoticeWords notices;
  private final Channels channels;
  private final Organisations organisations;
  private final Sealer sealer;
  private final InstantSource clock;

  public Delivery(
      Deliveries deliveries,
      Vault vault,
      Digits digits,
      NoticeWords notices,
      Channels channels,
      Organisations organisations,
      Sealer sealer,
      InstantSource clock) {
    this.deliveries = deliveries;
    this.vault = vault;
    this.digits = digits;
    this.notices = notices;
    this.channels = channels;
    this.organisations = organisations;
    this.sealer = sealer;
    this.clock = clock;
  }

  /** Takes what is due, at most so many. */
  public List<Leased> lease(int limit) throws SQLException {
    return deliveries.lease(limit, clock.instant(), LEASE);
  }

  /** Sends one, or notes why not. The person's choices count at this moment. */
  public void deliver(Leased leased) throws SQLException {
    if (leased.interrupted()) {
      close(leased, DeliveryOutcome.UNCERTAIN);
      return;
    }
    if (leased.withdrawn()) {
      close(leased, DeliveryOutcome.NOT_ASKED);
      return;
    }
    Plan plan;
    try {
      plan = plan(leased);
    } catch (RuntimeException e) { // nothing is sent yet; only the name, as a message may quote
      LOG.warn("a response can't be opened: {}", e.getClass().getSimpleName());
      again(leased, null);
      return;
    }
    switch (plan) {
      case Plan.Send(var reach, var text) -> send(leased, reach, text);
      case Plan.Wait(var until) -> deliveries.hold(leased, until);
      case Plan.Close(var outcome) -> close(leased, outcome);
    }
  }

  /** Reads and opens all that it needs. */
  private Plan plan(Leased leased) {
    Organisation home = organisations.get(leased.organisation());
    return switch (vault.way(home.id(), leased.feedback())) {
      case Way.Reach reach -> plan(leased, home, reach);
      case Way.Stopped stopped -> new Plan.Close(DeliveryOutcome.OPTED_OUT);
      case Way.NotAsked notAsked -> new Plan.Close(DeliveryOutcome.NOT_ASKED);
      case Way.Forgotten forgotten -> new Plan.Close(DeliveryOutcome.NOT_ASKED);
    };
  }

  private Plan plan(Leased leased, Organisation home, Way.Reach reach) {
    return Optional.ofNullable(reach.settings().quiet())
        .flatMap(quiet -> quiet.endOf(clock.instant(), home.timeZone()))
        .<Plan>map(Plan.Wait::new)
        .orElseGet(() -> new Plan.Send(reach, text(leased, home, reach)));
  }

  /** What a focal point sends says nothing by itself, and has no code to read it by. */
  private String text(Leased leased, Organisation home, Way.Reach reach) {
    boolean notice = home.noticeOnly() || reach.settings().way() == AnswerWay.NOTICE;
    return notice && leased.receipt() ? notice(leased, home, reach) : text(leased);
  }

  /** The words wait for READ before the notice leaves, so that it never tells of nothing. */
  private String notice(Leased leased, Organisation home, Way.Reach reach) {
    LocalDate today = home.day(clock.instant());
    String receipt = digits.of(leased.organisation(), leased.commitment());
    String words = sealer.openText(leased.organisation(), leased.message(), leased.text());
    vault.keep(home.id(), reach.who(), new KeptAnswer(leased.response(), today, receipt, words));
    return notices.of(
        reach.settings().language(),
        receipt,
        reach.settings().pin() != null,
        today.plus(KeptAnswer.KEPT));
  }

  private void send(Leased leased, Way.Reach reach, String text) throws SQLException {
    Optional<Channel> channel = channels.find(reach.address().channel());
    if (channel.isEmpty()) {
      LOG.warn("a response could not be sent: no channel {}", reach.address().channel());
      close(leased, DeliveryOutcome.FAILED);
      return;
    }
    var message = new OutgoingMessage(reach.address(), text);
    if (!deliveries.begin(leased)) {
      return;
    }
    switch (channel.get().send(message)) {
      case SendResult.Sent sent -> close(leased, DeliveryOutcome.HANDED_OVER);
      case SendResult.Retry retry -> {
        LOG.info("channel {}: not sent yet: {}", channel.get().id(), retry.why());
        again(leased, retry.after());
      }
      case SendResult.Uncertain uncertain -> {
        LOG.warn("channel {}: uncertain whether sent: {}", channel.get().id(), uncertain.why());
        close(leased, DeliveryOutcome.UNCERTAIN);
      }
      case SendResult.Failed failed -> {
        LOG.warn("channel {}: not sent: {}", channel.get().id(), failed.why());
        close(leased, DeliveryOutcome.FAILED);
      }
      case SendResult.OptedOut optedOut -> {
        vault.stop(leased.organisation(), reach.who());
        close(leased, DeliveryOutcome.OPTED_OUT);
      }
    }
  }

  /** Nothing was sent: waits for another try, or fails when this was the last. */
  private void again(Leased leased, @Nullable Duration wish) throws SQLException {
    Optional<Duration> pause = Pauses.after(leased.attempts(), wish);
    if (pause.isPresent()) {
      deliveries.postpone(leased, clock.instant().plus(pause.get()));
    } else {
      close(leased, DeliveryOutcome.FAILED);
    }
  }

  /** {@code 4821-9307: words}, the same in every language; or the words alone. */
  private String text(Leased leased) {
    String words = sealer.openText(leased.organisation(), leased.message(), leased.text());
    if (!leased.receipt()) {
      return words;
    }
    String receipt = digits.of(leased.organisation(), leased.commitment());
    return receipt.substring(0, HALF) + "-" + receipt.substring(HALF) + ": " + words;
  }

  private void close(Leased leased, DeliveryOutcome outcome) throws SQLException {
    deliveries.close(leased, outcome, day(leased.organisation()));
  }

  /** Where the organisation lives; of one that is no longer configured, by UTC. */
  private LocalDate day(String organisation) {
    Instant now = clock.instant();
    return organisations
        .find(organisation)
        .map(home -> home.day(now))
        .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  private sealed interface Plan {
    record Send(Way.Reach reach, String text) implements Plan {
      @Override
      public String toString() {
        return "Send[redacted]";
      }
    }

    /** The person wants no text before. */
    record Wait(Instant until) implements Plan {}

    record Close(DeliveryOutcome outcome) implements Plan {}
  }
}
