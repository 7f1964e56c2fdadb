package org.answerable.channel.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.answerable.channel.Acceptance;
import org.answerable.channel.Address;
import org.answerable.channel.Channel;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.ChannelConfig.Twilio.Via;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * Sends through Twilio's REST interface, each message once and whole: Twilio makes segments of it.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>
 */
final class TwilioChannel implements Channel {
  /** Twilio: "Attempt to send to unsubscribed recipient". */
  private static final int UNSUBSCRIBED = 21610;

  /**
   * Twilio: "Invalid 'To' phone number", "'To' number is not a valid mobile number", "Unknown
   * destination handset".
   */
  private static final Set<Integer> UNKNOWN_PHONE = Set.of(21211, 21614);

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int SERVER_ERRORS = 500;
  private final String organisation;
  private final ChannelConfig.Twilio config;
  private final TwilioRestClient client;
  private final Numbers numbers;
  private final SentTexts sent;

  /**
   * @param wait at most for the connection, and again for the answer
   */
  TwilioChannel(
      String organisation, ChannelConfig.Twilio config, Duration wait, InstantSource clock) {
    this.organisation = organisation;
    this.config = config;
    this.client = SingleSendClient.restClient(config, wait);
    this.numbers = new Numbers(config);
    this.sent = new SentTexts(config, client, clock);
  }

  @Override
  public String id() {
    return config.id();
  }

  @Override
  public String organisation() {
    return organisation;
  }

  @Override
  public int perSecond() {
    return config.perSecond();
  }

  @Override
  public SendResult send(OutgoingMessage message) {
    PhoneNumber to = numbers.written(message.to().value());
    List<String> parts = numbers.messages(message.body());
    SendResult result = send(to, parts.getFirst());
    for (String part : parts.subList(1, parts.size())) {
      if (!(result instanceof SendResult.Sent)) {
        return result;
      }
      // once a part is on its way nobody may begin again by themselves
      result =
          send(to, part) instanceof SendResult.Sent sent
              ? sent
              : new SendResult.Uncertain("only a part was sent");
    }
    return result;
  }

  private SendResult send(PhoneNumber to, String body) {
    return create(Message.creator(to, numbers.ours(), body));
  }

  private SendResult create(MessageCreator creator) {
    try {
      String sid = creator.create(client).getSid();
      return sid == null ? new SendResult.Uncertain("no id in the answer") : new SendResult.Sent();
    } catch (SingleSendClient.Throttled e) {
      return new SendResult.Retry("HTTP 429", e.after());
    } catch (ApiException e) {
      return result(e);
    } catch (RuntimeException e) {
      return new SendResult.Uncertain(e.getClass().getSimpleName());
    }
  }

  /**
   * WhatsApp's own rule. It counts 24 hours; we only know the day on which somebody wrote.
   *
   * @see <a href="https://www.twilio.com/docs/whatsapp/key-concepts">The customer service
   *     window</a>
   */
  @Override
  public boolean onlyAnswers() {
    return config.via() == Via.WHATSAPP;
  }

  @Override
  public SendResult announce(Address to) {
    String template = config.template();
    return template == null
        ? Channel.super.announce(to)
        : create(
            Message.creator(numbers.written(to.value()), numbers.ours(), "")
                .setBody(null)
                .setContentSid(template));
  }

  @Override
  public Acceptance accepted(OutgoingMessage message, Instant since) {
    return sent.has(message, since);
  }

  /** Twilio's sentences name the number, so only its codes are passed on. */
  private static SendResult result(ApiException e) {
    Integer status = e.getStatusCode();
    if (status == null || status == 0) {
      return unanswered(e);
    }
    if (status >= SERVER_ERRORS) {
      return new SendResult.Uncertain("HTTP " + status);
    }
    Integer code = e.getCode();
    if (code != null && code == UNSUBSCRIBED) {
      return new SendResult.OptedOut();
    }
    if (code != null && UNKNOWN_PHONE.contains(code)) {
      return new SendResult.Gone();
    }
    if (status == UNAUTHORIZED || status == FORBIDDEN) { // the account's fault, not the message's
      return new SendResult.Retry("HTTP " + status, null);
    }
    return new SendResult.Failed("HTTP " + status + (code == null ? "" : ", Twilio " + code));
  }

  private static SendResult unanswered(ApiException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
      if (isBeforeWriting(cause)) {
        return new SendResult.Retry(cause.getClass().getSimpleName(), null);
      }
    }
    return new SendResult.Uncertain(cause.getClass().getSimpleName());
  }

  private static boolean isBeforeWriting(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof ConnectTimeoutException
        || cause instanceof ConnectionRequestTimeoutException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnknownHostException
        || cause instanceof SSLHandshakeException;
  }
}
