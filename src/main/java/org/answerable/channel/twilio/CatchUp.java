package org.answerable.channel.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Message.Direction;
import com.twilio.type.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerable.channel.Acceptance;
import org.answerable.channel.Address;
import org.answerable.channel.Channel;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.LateReplies;
import org.answerable.channel.Manner;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.Reply;
import org.answerable.channel.SendResult;
import org.answerable.channel.TakenMessages;
import org.answerable.organisation.ChannelConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the texts to one number that Twilio has and we don't: it gives a webhook up after some
 * tries, and forgets that it did. They are taken once, the oldest first, and answer no question
 * that is open now; their replies are sent, since nothing waits for them.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>
 */
final class CatchUp {
  static final Duration PAUSE = Duration.ofSeconds(30);

  /** Ids are remembered for seven days at least: what is older would count as new. */
  static final Duration LOOKS_BACK = Duration.ofDays(6);

  /** Twilio's from ours, at most. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  /** What is younger a webhook may be bringing right now. */
  static final Duration BROUGHT_WITHIN = Duration.ofSeconds(30);

  /**
   * Of taking, and again of answering: a run is one of two threads of the timers'; what it does not
   * reach is for the next.
   */
  static final Duration LONGEST = Duration.ofSeconds(30);

  static final int PAGE = 200;
  static final int PAGES = 50;

  /** In vain: then the database is away, and the run ends. */
  static final int REFUSED_IN_A_ROW = 3;

  /** Between two texts, so that those who write now find a free place. */
  private static final Duration PACE = Duration.ofMillis(20);

  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
  private final ChannelConfig.Twilio config;
  private final TwilioRestClient client;
  private final Channel channel;
  private final Inbound inbound;
  private final TakenMessages taken;
  private final LateReplies replies;
  private final Unanswered unanswered;
  private final TextsInTrouble troubled;
  private final InstantSource clock;

  /** Twilio did not say what it has; the timers count it, and whoever runs the line sees that. */
  static final class NotListed extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotListed(String why) {
      super("Twilio can't be asked for texts: " + why, null, false, false);
    }
  }

  CatchUp(
      ChannelConfig.Twilio config,
      TwilioRestClient client,
      Channel channel,
      Inbound inbound,
      TakenMessages taken,
      LateReplies replies,
      Unanswered unanswered,
      TextsInTrouble troubled,
      InstantSource clock) {
    this.config = config;
    this.client = client;
    this.channel = channel;
    this.inbound = inbound;
    this.taken = taken;
    this.replies = replies;
    this.unanswered = unanswered;
    this.troubled = troubled;
    this.clock = clock;
  }

  /**
   * One run; not twice at once.
   *
   * @return how many were taken and have their reply
   * @throws NotListed when Twilio does not answer, or refuses to
   */
  int run() {
    List<Message> missed = listed();
    int count = missed.isEmpty() ? 0 : take(missed);
    if (count > 0) {
      LOG.info(
          "channel {}: took and answered {} texts that had not reached us", config.id(), count);
    }
    return count;
  }

  private List<Message> listed() {
    try {
      return missed();
    } catch (SingleSendClient.Throttled | TwilioException e) { // its sentences may name a number
      throw new NotListed(e.getClass().getSimpleName());
    }
  }

  private List<Message> missed() {
    Instant now = clock.instant();
    Instant since = since(now);
    var missed = new ArrayList<Message>();
    new MessagePages(client, PAGE, PAGES)
        .of(
            Message.reader()
                .setTo(new Numbers(config).ours())
                .setDateSentAfter(since.atZone(ZoneOffset.UTC)),
            page -> missed.addAll(untaken(page, since, now)));
    missed.sort(Comparator.comparing(CatchUp::sent));
    return missed;
  }

  /** Of what is older nobody could say whether it was taken, and taking it again would be worse. */
  private Instant since(Instant now) {
    Instant longest = now.minus(LOOKS_BACK);
    return taken
        .knownSince(channel.organisation())
        .map(known -> known.plus(CLOCKS_DIFFER))
        .filter(known -> known.isAfter(longest))
        .orElse(longest);
  }

  private List<Message> untaken(List<Message> page, Instant since, Instant now) {
    List<Message> incoming =
        page.stream()
            .filter(message -> message.getDirection() == Direction.INBOUND)
            .filter(message -> message.getSid() != null && message.getDateSent() != null)
            .filter(CatchUp::hasWords)
            .filter(message -> sent(message).isAfter(since))
            .filter(message -> sent(message).isBefore(now.minus(BROUGHT_WITHIN)))
            .filter(message -> from(message).isPresent())
            .filter(message -> !troubled.isSetAside(message.getSid()))
            .toList();
    if (incoming.isEmpty()) {
      return List.of();
    }
    List<String> ids = incoming.stream().map(Message::getSid).toList();
    Set<String> known = taken.taken(channel.organisation(), config.id(), ids);
    return incoming.stream()
        .filter(one -> !known.contains(one.getSid()) || unanswered.contains(one.getSid()))
        .toList();
  }

  /** Without words, as an account that has them redacted lists them, there is nothing to take. */
  private static boolean hasWords(Message message) {
    return message.getBody() != null && !message.getBody().isEmpty();
  }

  /**
   * All are taken before any is answered: the second of somebody's texts may say that nothing is to
   * be sent.
   *
   * @return how many have their reply, or never get one
   */
  private int take(List<Message> missed) {
    replies.owe(channel.organisation(), config.id(), missed.stream().map(Message::getSid).toList());
    Map<Message, Reply> taken = taken(missed);
    Instant end = clock.instant().plus(LONGEST);
    int count = 0;
    for (Map.Entry<Message, Reply> each : taken.entrySet()) {
      if (clock.instant().isAfter(end)) {
        break;
      }
      if (isAnswered(each.getKey(), each.getValue())) {
        count++;
      }
    }
    return count;
  }

  private Map<Message, Reply> taken(List<Message> missed) {
    Instant end = clock.instant().plus(LONGEST);
    var taken = new LinkedHashMap<Message, Reply>();
    var trouble = new HashMap<String, String>();
    int away = 0;
    for (Message message : missed) {
      if (away == REFUSED_IN_A_ROW || clock.instant().isAfter(end) || !pace()) {
        break;
      }
      try {
        taken.put(message, inbound.take(incoming(message)));
        away = 0;
      } catch (RuntimeException e) { // only the name: a message may quote
        boolean everybodys = e instanceof Inbound.Unavailable && !(e instanceof Inbound.Unfit);
        away = everybodys ? away + 1 : away;
        if (!everybodys) {
          trouble.put(message.getSid(), e.getClass().getSimpleName());
        }
      }
    }
    if (!taken.isEmpty()) { // else it may be nobody's own fault
      troubled.count(channel.organisation(), config.id(), trouble);
    }
    return taken;
  }

  private boolean isAnswered(Message message, Reply reply) {
    try {
      return answer(message, reply);
    } catch (RuntimeException e) { // it is owed still; only the name: a message may quote
      LOG.warn("channel {}: a reply was not sent: {}", config.id(), e.getClass().getSimpleName());
      return false;
    }
  }

  /** As the person wants it now: they may have written since. False: it is owed still. */
  private boolean answer(Message message, Reply reply) {
    boolean given = true;
    for (Reply.Text text : reply.texts()) {
      given &=
          switch (replies.wish(channel.organisation(), address(message))) {
            case NOW -> send(new OutgoingMessage(address(message), text.body()));
            case LATER -> false;
            case NEVER -> true;
          };
    }
    if (given) {
      replies.given(channel.organisation(), config.id(), message.getSid());
      unanswered.remove(message.getSid());
    }
    return given;
  }

  /** Unless it was sent before we were interrupted. False: to be tried in the next run. */
  private boolean send(OutgoingMessage reply) {
    Instant since = clock.instant().minus(SentTexts.ASKED_FOR).plus(SentTexts.SKEW);
    if (channel.accepted(reply, since) == Acceptance.TAKEN) {
      return true;
    }
    return switch (channel.send(reply)) {
      case SendResult.Sent sent -> true;
      case SendResult.Failed failed -> true;
      case SendResult.OptedOut optedOut -> {
        replies.stopped(channel.organisation(), reply.to());
        yield true;
      }
      case SendResult.Gone gone -> {
        replies.gone(channel.organisation(), reply.to());
        yield true;
      }
      case SendResult.Retry retry -> false;
      case SendResult.Uncertain uncertain -> false;
    };
  }

  private IncomingMessage incoming(Message message) {
    return new IncomingMessage(
        channel.organisation(),
        message.getSid(),
        address(message),
        message.getBody(),
        new Manner.Late(sent(message)),
        clock.instant());
  }

  private Address address(Message message) {
    return from(message).orElseThrow();
  }

  private Optional<Address> from(Message message) {
    PhoneNumber from = message.getFrom();
    return new Numbers(config).address(from == null ? null : from.getEndpoint());
  }

  private static Instant sent(Message message) {
    return message.getDateSent().toInstant();
  }

  private static boolean pace() {
    try {
      Thread.sleep(PACE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
