package org.answerable.channel.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.answerable.channel.ProviderSetUp;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.ChannelConfig.Twilio.Via;
import org.jspecify.annotations.Nullable;

/**
 * A number's settings at Twilio.
 *
 * @see <a href="https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource">
 *     IncomingPhoneNumber resource</a>
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides">Webhook
 *     connection overrides</a>
 */
final class TwilioSetUp implements ProviderSetUp {
  /**
   * Five repeats, of what could not connect, timed out or got a 5xx: by itself no 503 is repeated.
   */
  static final String REPEATS = "#rc=5&rp=ct,rt,5xx";

  private static final int UNAUTHORIZED = 401;

  private final String organisation;
  private final ChannelConfig.Twilio config;
  private final String url;
  private final TwilioRestClient client;

  TwilioSetUp(
      String organisation, ChannelConfig.Twilio config, String publicUrl, TwilioRestClient client) {
    this.organisation = organisation;
    this.config = config;
    this.url = publicUrl + "/channels/twilio/" + config.id();
    this.client = client;
  }

  @Override
  public String channel() {
    return config.id();
  }

  @Override
  public String organisation() {
    return organisation;
  }

  @Override
  public List<Entry> entries() {
    var texts = new Entry("When a message comes in, POST", url + REPEATS);
    return config.via() == Via.WHATSAPP
        ? List.of(texts)
        : List.of(texts, new Entry("When a call comes in, POST", url + "/voice"));
  }

  /** WhatsApp's senders are in no list that can be asked. */
  @Override
  public List<String> missing() {
    if (config.via() == Via.WHATSAPP) {
      return List.of("Twilio can't be asked about WhatsApp: look there yourself.");
    }
    try {
      return IncomingPhoneNumber.reader()
          .setPhoneNumber(new PhoneNumber(config.from()))
          .firstPage(client)
          .getRecords()
          .stream()
          .findFirst()
          .map(this::missing)
          .orElseGet(
              () -> List.of("This account has no such number. Compare account-sid and from."));
    } catch (SingleSendClient.Throttled e) {
      return List.of("Twilio has no time for us. Ask again in a minute.");
    } catch (ApiException e) {
      return List.of("Twilio refuses to tell: " + status(e));
    } catch (TwilioException e) {
      return List.of("Twilio does not answer: " + e.getClass().getSimpleName());
    }
  }

  private static String status(ApiException e) {
    Integer status = e.getStatusCode();
    if (status != null && status == UNAUTHORIZED) {
      return "HTTP 401. Compare account-sid and auth-token with its console.";
    }
    return status == null || status == 0 ? "no answer." : "HTTP " + status + ".";
  }

  private List<String> missing(IncomingPhoneNumber number) {
    var missing = new ArrayList<String>();
    if (number.getSmsApplicationSid() != null && !number.getSmsApplicationSid().isEmpty()) {
      missing.add("Messages go to a TwiML app. Take it off the number, then enter the webhook.");
    } else {
      webhook(number, missing);
    }
    if (!is(number.getVoiceUrl(), url + "/voice")) {
      missing.add("Calls don't come here. Enter the webhook of calls, or leave it: optional.");
    }
    return missing;
  }

  private void webhook(IncomingPhoneNumber number, List<String> missing) {
    if (is(number.getSmsUrl(), url)) {
      missing.add("The webhook of messages lacks " + REPEATS + ": texts in an outage come later.");
    } else if (!is(number.getSmsUrl(), url + REPEATS)) {
      missing.add("Messages don't come here. Enter the webhook of messages.");
    }
    if (number.getSmsMethod() != null && number.getSmsMethod() != HttpMethod.POST) {
      missing.add("Messages come by GET, which is refused. Choose POST.");
    }
  }

  private static boolean is(@Nullable URI there, String ours) {
    return there != null && there.toString().equals(ours);
  }
}
