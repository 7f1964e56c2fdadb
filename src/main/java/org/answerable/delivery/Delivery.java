package org.answerable.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.answerable.channel.Acceptance;
import org.answerable.channel.Channel;
import org.answerable.channel.Channels;
import org.answerable.channel.SendResult;
import org.answerable.constituent.KeptAnswer;
import org.answerable.constituent.Vault;
import org.answerable.constituent.Way;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Brings responses to the people who asked. A message is leased, then sent outside of any
 * transaction, then noted. It is noted too, before the send, that one begins: whatever ends this
 * process in between, or leaves the provider's answer out, leaves a message in doubt.
 *
 * <p>In doubt the provider is asked, where it can be. What it has is handed over. What it does not
 * have is sent again, but for words that are sent once. Where it can't be asked, a notice is sent
 * again, since two harm nobody; all else is uncertain, and a person decides.
 */
public final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /** Longer than a channel may take to send, so that it rarely ends while somebody sends. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  /** How often it is looked whether somebody wrote, without whose text nothing reaches them. */
  private static final Duration LOOK = Duration.ofMinutes(10);

  /** As long as an answer waits for READ. */
  private static final Period AWAITED = KeptAnswer.KEPT;

  /** Why something is set aside of which nobody knows whether it left. */
  static final String IN_DOUBT = "uncertain";

  private final Deliveries deliveries;
  private final Vault vault;
  private final Drafts drafts;
  private final Channels channels;
  private final Rates rates;
  private final Organisations organisations;
  private final InstantSource clock;

  public Delivery(
      Deliveries deliveries,
      Vault vault,
      Drafts drafts,
      Channels channels,
      Organisations organisations,
      InstantSource clock) {
    this.deliveries = deliveries;
    this.vault = vault;
    this.drafts = drafts;
    this.channels = channels;
    this.rates = new Rates(channels);
    this.organisations = organisations;
    this.clock = clock;
  }

  /** For texts of ours that answer nothing: they share the rates of this. */
  public Telling telling() {
    return new Telling(channels, rates, vault);
  }

  /** Takes what is due, at most so many; of each organisation in turn, and what its rate lets. */
  public List<Leased> lease(int limit) throws SQLException {
    Instant now = clock.instant();
    Map<String, Integer> places = rates.places(now);
    // one whose channels are gone has its answers set aside, rather than left without a word
    organisations.all().forEach(home -> places.putIfAbsent(home.id(), limit));
    return deliveries.lease(limit, places, now, LEASE);
  }

  /** Sends one, or notes why not. The person's choices count at this moment. */
  public void deliver(Leased leased) throws SQLException {
    Instant began = leased.began();
    if (began != null) {
      settle(leased, began);
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
      again(leased, null, DeliveryOutcome.FAILED, "could not be opened");
      return;
    }
    switch (plan) {
      case Plan.Send(var draft) -> send(leased, draft);
      case Plan.Wait(var until) -> deliveries.hold(leased, until);
      case Plan.Await(var reach, var channel) -> await(leased, reach, channel);
      case Plan.Close(var outcome) -> close(leased, outcome);
    }
  }

  /** Reads and opens all that it needs. */
  private Plan plan(Leased leased) {
    Organisation home = organisations.get(leased.organisation());
    return switch (vault.way(home.id(), leased.feedback())) {
      case Way.Reach reach -> plan(leased, home, reach);
      case Way.Stopped(UUID who) -> kept(leased, home, who, DeliveryOutcome.OPTED_OUT);
      case Way.NotAsked(UUID who) -> kept(leased, home, who, DeliveryOutcome.NOT_ASKED);
      case Way.Forgotten forgotten -> new Plan.Close(DeliveryOutcome.NOT_ASKED);
    };
  }

  /**
   * Nothing is sent, and the words wait for READ: they are nowhere else that the person can ask.
   * Texts of ours are for those who want texts.
   */
  private Plan kept(Leased leased, Organisation home, UUID who, DeliveryOutcome outcome) {
    if (leased.phrase() == null) {
      drafts.keep(leased, home, who);
    }
    return new Plan.Close(outcome);
  }

  private Plan plan(Leased leased, Organisation home, Way.Reach reach) {
    Phrase phrase = leased.phrase();
    if (phrase != null && leased.commitment().length == 0) {
      return new Plan.Close(DeliveryOutcome.NOT_ASKED); // nobody could say what it is about
    }
    if (phrase != null && Drafts.wantsNotice(home, reach)) {
      switch (phrase.unseen()) {
        case DROPPED -> {
          return new Plan.Close(DeliveryOutcome.NOT_ASKED);
        }
        case KEPT -> {
          drafts.keepUnseen(leased, home, reach);
          return new Plan.Close(DeliveryOutcome.NOT_ASKED);
        }
        case NOTICED -> {} // as an answer
      }
    }
    return whenWanted(leased, home, reach);
  }

  private Plan whenWanted(Leased leased, Organisation home, Way.Reach reach) {
    Instant now = clock.instant();
    return Optional.ofNullable(reach.settings().quiet())
        .flatMap(quiet -> quiet.endOf(now, home.timeZone()))
        .<Plan>map(Plan.Wait::new)
        .or(() -> await(reach, home.day(now.minus(LOOK).minus(LEASE))))
        .or(() -> leaveThem(leased, home, reach, now))
        .orElseGet(() -> new Plan.Send(drafts.of(leased, home, reach)));
  }

  /** Nobody is asked something back while they talk about something else. */
  private Optional<Plan> leaveThem(Leased leased, Organisation home, Way.Reach reach, Instant now) {
    return leased.question() && !drafts.mayAsk(leased, home, reach)
        ? Optional.of(new Plan.Wait(now.plus(LOOK)))
        : Optional.empty();
  }

  /**
   * @param today the day of the look before: what they wrote shortly before midnight counts at the
   *     first look after it
   */
  private Optional<Plan> await(Way.Reach reach, LocalDate today) {
    return channels
        .find(reach.address().channel())
        .filter(channel -> channel.onlyAnswers() && reach.seen().isBefore(today))
        .map(channel -> new Plan.Await(reach, channel));
  }

  /** Tells them once that it waits, where the channel has words for that. */
  private void await(Leased leased, Way.Reach reach, Channel channel) throws SQLException {
    Instant now = clock.instant();
    if (leased.due().isBefore(now.minus(AWAITED))) {
      setAside(leased, DeliveryOutcome.FAILED, "they did not write");
      return;
    }
    if (!leased.announced()) {
      if (!rates.take(reach.address(), now)) {
        deliveries.hold(leased, now.plus(Rates.PAUSE));
        return;
      }
      switch (channel.announce(reach.address())) {
        case SendResult.OptedOut optedOut -> {
          optedOut(leased, reach.who());
          return;
        }
        case SendResult.Gone gone -> {
          gone(leased, reach.who());
          return;
        }
        case SendResult.Retry retry ->
            LOG.info("channel {}: not announced yet: {}", channel.id(), retry.why());
        // once is enough: nobody is told every ten minutes
        case SendResult.Sent sent -> deliveries.announced(leased);
        case SendResult.Uncertain uncertain -> deliveries.announced(leased);
        case SendResult.Failed failed -> deliveries.announced(leased);
      }
    }
    deliveries.hold(leased, now.plus(LOOK));
  }

  private void send(Leased leased, Draft draft) throws SQLException {
    Optional<Channel> channel = channel(leased, draft.message().to().channel());
    if (channel.isEmpty()) {
      LOG.warn("a response could not be sent: no channel {}", draft.message().to().channel());
      setAside(leased, DeliveryOutcome.FAILED, "its channel is gone");
      return;
    }
    Instant now = clock.instant();
    if (!rates.take(draft.message().to(), now)) {
      deliveries.hold(leased, now.plus(Rates.PAUSE));
      return;
    }
    if (!deliveries.begin(leased, now)) {
      return;
    }
    if (leased.phrase() != null && leased.phrase().asks() && !draft.notice()) {
      drafts.asks(leased, organisations.get(leased.organisation()), draft.who());
    }
    switch (channel.get().send(draft.message())) {
      case SendResult.Sent sent -> close(leased, DeliveryOutcome.HANDED_OVER);
      case SendResult.Retry retry -> {
        LOG.info("channel {}: not sent yet: {}", channel.get().id(), retry.why());
        again(leased, retry.after(), DeliveryOutcome.FAILED, retry.why());
      }
      // left as it is: when the lease ends, the provider has listed what it has
      case SendResult.Uncertain uncertain ->
          LOG.warn("channel {}: uncertain whether sent: {}", channel.get().id(), uncertain.why());
      case SendResult.Failed failed -> {
        LOG.warn("channel {}: not sent: {}", channel.get().id(), failed.why());
        setAside(leased, DeliveryOutcome.FAILED, failed.why());
      }
      case SendResult.OptedOut optedOut -> optedOut(leased, draft.who());
      case SendResult.Gone gone -> gone(leased, draft.who());
    }
  }

  /**
   * What accuses somebody, and a focal point's answer, is seen nowhere: not by its failure either.
   */
  private Optional<Channel> channel(Leased leased, String id) {
    return leased.once() || !leased.receipt() ? channels.unwatched(id) : channels.find(id);
  }

  /** As after FORGET: what is not sent by now never is, and whoever writes is somebody new. */
  private void gone(Leased leased, UUID who) throws SQLException {
    vault.forget(leased.organisation(), who);
    close(leased, DeliveryOutcome.FAILED);
  }

  private void optedOut(Leased leased, UUID who) throws SQLException {
    vault.stop(leased.organisation(), who);
    if (leased.phrase() == null) {
      drafts.keep(leased, organisations.get(leased.organisation()), who);
    }
    close(leased, DeliveryOutcome.OPTED_OUT);
  }

  /** Finds out what came of a send that was begun and never noted. */
  private void settle(Leased leased, Instant began) throws SQLException {
    Optional<Draft> draft = draftInDoubt(leased);
    boolean notice = draft.map(Draft::notice).orElse(false);
    switch (draft.map(it -> accepted(it, began)).orElse(Acceptance.NOT_ASKED)) {
      case TAKEN -> close(leased, DeliveryOutcome.HANDED_OVER);
      case NOT_TAKEN -> settle(leased, notice || !leased.once());
      case NOT_ASKED -> settle(leased, notice);
      case NO_ANSWER -> LOG.info("a send in doubt waits for its provider");
    }
  }

  private void settle(Leased leased, boolean again) throws SQLException {
    if (again) {
      again(leased, null, DeliveryOutcome.UNCERTAIN, IN_DOUBT);
    } else {
      setAside(leased, DeliveryOutcome.UNCERTAIN, IN_DOUBT);
    }
  }

  /** The same words to the same phone; quiet hours forbid no question to a provider. */
  private Optional<Draft> draftInDoubt(Leased leased) {
    Organisation home = organisations.get(leased.organisation());
    try {
      return !leased.withdrawn()
              && vault.way(home.id(), leased.feedback()) instanceof Way.Reach reach
          ? Optional.of(drafts.of(leased, home, reach))
          : Optional.empty();
    } catch (DataAccessException e) { // the database's fault, not the message's
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("a response in doubt can't be opened: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private Acceptance accepted(Draft draft, Instant began) {
    return channels
        .find(draft.message().to().channel())
        .map(channel -> channel.accepted(draft.message(), began))
        .orElse(Acceptance.NOT_ASKED);
  }

  /** Waits for another try, unless this was the last. */
  private void again(Leased leased, @Nullable Duration wish, DeliveryOutcome last, String why)
      throws SQLException {
    Optional<Duration> pause = Pauses.after(leased.attempts(), wish);
    if (pause.isPresent()) {
      deliveries.postpone(leased, clock.instant().plus(pause.get()));
    } else {
      setAside(leased, last, why);
    }
  }

  private void close(Leased leased, DeliveryOutcome outcome) throws SQLException {
    deliveries.close(leased, outcome, null, day(leased.organisation()));
  }

  /**
   * Somebody has to decide, or to put something right first. A text of ours nobody looks after: it
   * is given up.
   */
  private void setAside(Leased leased, DeliveryOutcome outcome, String why) throws SQLException {
    String aside = leased.phrase() == null ? why : null;
    deliveries.close(leased, outcome, aside, day(leased.organisation()));
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
    record Send(Draft draft) implements Plan {}

    /** The person wants no text before. */
    record Wait(Instant until) implements Plan {}

    /** Nothing reaches the person before they write. */
    record Await(Way.Reach reach, Channel channel) implements Plan {}

    record Close(DeliveryOutcome outcome) implements Plan {}
  }
}
