package org.answerable.channel.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Message.Direction;
import com.twilio.rest.api.v2010.account.Message.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.answerable.channel.TakenMessages;
import org.answerable.organisation.ChannelConfig;
import org.jspecify.annotations.Nullable;

/**
 * Has Twilio forget what passed through one number, both ways. No id is kept here for it: Twilio
 * lists what it has. What came in is deleted once it is taken, what went out once its fate is
 * known, in shuffled order, so that it doesn't tell which reply belongs to which text.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>
 */
final class Deletion {
  /** A run is one of two threads of the timers', so it ends in time for a slot. */
  static final Duration LONGEST = Duration.ofMinutes(4);

  /** What is on its way longer has no fate that Twilio will hear of. */
  static final Duration ON_ITS_WAY = Duration.ofHours(1);

  /**
   * What we sent stays as long, so that a send whose end was never noted can be asked for. Longer
   * than {@link SentTexts#ASKED_FOR}, so that nothing is deleted while it is asked for.
   */
  static final Duration STAYS = Duration.ofMinutes(15);

  /**
   * What came in is deleted after it even if we don't know that we took it: ids are remembered for
   * one epoch at least, so by now it was taken and forgotten, or nobody will fetch it.
   */
  static final Duration KNOWN_FOR = Duration.ofDays(7);

  static final int PAGE = 200;
  static final int PAGES = 10;

  /** Twilio: "Cannot delete this resource before it is complete". */
  private static final int IN_PROGRESS = 20009;

  private static final int GONE = 404;
  private static final int ANSWERED_WRONG = 500;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private static final Set<Status> FINAL =
      Set.of(Status.DELIVERED, Status.UNDELIVERED, Status.FAILED, Status.CANCELED, Status.READ);

  private final String organisation;
  private final ChannelConfig.Twilio config;
  private final TwilioRestClient client;
  private final TakenMessages taken;
  private final InstantSource clock;
  private final RandomGenerator random;

  Deletion(
      String organisation,
      ChannelConfig.Twilio config,
      TwilioRestClient client,
      TakenMessages taken,
      InstantSource clock,
      RandomGenerator random) {
    this.organisation = organisation;
    this.config = config;
    this.client = client;
    this.taken = taken;
    this.clock = clock;
    this.random = random;
  }

  /** Its name among the timers. */
  static String task(String channel) {
    return "deletion-" + channel;
  }

  /**
   * One run. What Twilio won't delete yet, and what a run has no time for, is for the next.
   *
   * @return how many are gone
   * @throws NotDeleted when Twilio does not answer, or refuses us, and nothing was deleted
   */
  int run() {
    Instant end = clock.instant().plus(LONGEST);
    int gone = 0;
    var refusals = new ArrayList<String>();
    try {
      List<String> done = done();
      Collections.shuffle(done, Random.from(random));
      for (String id : done) {
        if (clock.instant().isAfter(end)) {
          break;
        }
        gone += delete(id, refusals) ? 1 : 0;
      }
    } catch (SingleSendClient.Throttled e) { // enough for this hour
      refuse(gone, "HTTP 429");
    } catch (ApiException e) { // its sentences may name a number
      refuse(gone, why(e));
    } catch (TwilioException e) {
      refuse(gone, e.getClass().getSimpleName());
    }
    if (!refusals.isEmpty()) {
      refuse(gone, refusals.getFirst());
    }
    return gone;
  }

  private static void refuse(int gone, String why) {
    if (gone == 0) {
      throw new NotDeleted(why);
    }
  }

  private List<String> done() {
    var number = new Numbers(config).ours();
    var done = new ArrayList<String>();
    Instant now = clock.instant();
    var pages = new MessagePages(client, PAGE, PAGES);
    pages.of(Message.reader().setTo(number), page -> done.addAll(taken(page, now)));
    pages.of(Message.reader().setFrom(number), page -> done.addAll(settled(page, now)));
    return done;
  }

  private Set<String> taken(List<Message> page, Instant now) {
    var done = new HashSet<String>();
    var incoming = new ArrayList<String>();
    for (Message message : page) {
      String id = message.getSid();
      if (message.getDirection() == Direction.INBOUND && id != null) {
        (isSentBefore(message, now.minus(KNOWN_FOR)) ? done : incoming).add(id);
      }
    }
    if (!incoming.isEmpty()) {
      done.addAll(taken.taken(organisation, config.id(), incoming));
    }
    return done;
  }

  private static List<String> settled(List<Message> page, Instant now) {
    return page.stream()
        .filter(message -> message.getDirection() != Direction.INBOUND)
        .filter(message -> !mayBeAskedFor(message, now))
        .filter(message -> FINAL.contains(message.getStatus()) || isOld(message, now))
        .map(Message::getSid)
        .filter(Objects::nonNull)
        .toList();
  }

  /** A reply came out of a webhook's answer; nobody asks for it. */
  private static boolean mayBeAskedFor(Message message, Instant now) {
    var created = message.getDateCreated();
    return message.getDirection() == Direction.OUTBOUND_API
        && created != null
        && created.toInstant().isAfter(now.minus(STAYS));
  }

  private static boolean isOld(Message message, Instant now) {
    return message.getStatus() == Status.SENT && isSentBefore(message, now.minus(ON_ITS_WAY));
  }

  private static boolean isSentBefore(Message message, Instant moment) {
    var sent = message.getDateSent();
    return sent != null && sent.toInstant().isBefore(moment);
  }

  /**
   * @param refusals gets why this one alone was refused, unless Twilio is not done with it
   */
  private boolean delete(String id, List<String> refusals) {
    try {
      return Message.deleter(id).delete(client);
    } catch (ApiException e) {
      Integer status = e.getStatusCode();
      Integer code = e.getCode();
      if (status != null && status == GONE) {
        return true;
      }
      if (code != null && code == IN_PROGRESS) {
        return false;
      }
      if (isOurs(status)) {
        throw e;
      }
      refusals.add(why(e));
      return false;
    }
  }

  private static String why(ApiException e) {
    return "HTTP " + e.getStatusCode() + ", Twilio " + e.getCode();
  }

  /** Not this message's fault: no other will fare better. */
  private static boolean isOurs(@Nullable Integer status) {
    return status == null
        || status == 0
        || status == UNAUTHORIZED
        || status == FORBIDDEN
        || status >= ANSWERED_WRONG;
  }

  /** Twilio keeps what it should have forgotten. */
  static final class NotDeleted extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotDeleted(String why) {
      super("nothing could be deleted at Twilio: " + why);
    }
  }
}
