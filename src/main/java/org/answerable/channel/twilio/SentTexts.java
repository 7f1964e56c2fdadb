package org.answerable.channel.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Message.Direction;
import com.twilio.rest.api.v2010.account.MessageReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.answerable.channel.Acceptance;
import org.answerable.channel.OutgoingMessage;
import org.answerable.organisation.ChannelConfig;

/**
 * What Twilio took from one number. It has no key by which a repeated send would be known as one,
 * but it lists what it has: the same words to the same phone, since then, are the same text.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>
 */
final class SentTexts {
  /** Of what is older Twilio's copy may be deleted, and not finding it says nothing. */
  static final Duration ASKED_FOR = Duration.ofMinutes(10);

  /** How far Twilio's clock may be behind ours; its moments are whole seconds. */
  static final Duration SKEW = Duration.ofSeconds(30);

  /** Texts to one phone, the newest first. */
  private static final int PAGE = 50;

  private static final int PAGES = 4;
  private final Numbers numbers;
  private final TwilioRestClient client;
  private final InstantSource clock;

  SentTexts(ChannelConfig.Twilio config, TwilioRestClient client, InstantSource clock) {
    this.numbers = new Numbers(config);
    this.client = client;
    this.clock = clock;
  }

  Acceptance has(OutgoingMessage message, Instant since) {
    if (since.isBefore(clock.instant().minus(ASKED_FOR))) {
      return Acceptance.NOT_ASKED;
    }
    try {
      return acceptance(message, since.minus(SKEW));
    } catch (SingleSendClient.Throttled | TwilioException e) {
      return Acceptance.NO_ANSWER;
    }
  }

  /**
   * Of what is sent in parts all must be there; where some are, nobody may begin again. An account
   * that has bodies redacted lists texts without words, and any of them may be this one.
   */
  private Acceptance acceptance(OutgoingMessage message, Instant since) {
    var missing = new HashSet<>(numbers.messages(message.body()));
    int parts = missing.size();
    var wordless = new AtomicBoolean();
    MessageReader reader =
        Message.reader().setTo(numbers.written(message.to().value())).setFrom(numbers.ours());
    new MessagePages(client, PAGE, PAGES)
        .of(
            reader,
            page ->
                page.stream()
                    .filter(one -> isSent(one, since))
                    .map(Message::getBody)
                    .forEach(
                        body -> {
                          boolean found = missing.remove(body);
                          if (!found && (body == null || body.isEmpty())) {
                            wordless.set(true);
                          }
                        }));
    if (missing.isEmpty()) {
      return Acceptance.TAKEN;
    }
    return missing.size() == parts && !wordless.get() ? Acceptance.NOT_TAKEN : Acceptance.NOT_ASKED;
  }

  private static boolean isSent(Message one, Instant since) {
    var created = one.getDateCreated();
    return one.getDirection() == Direction.OUTBOUND_API
        && created != null
        && !created.toInstant().isBefore(since);
  }
}
