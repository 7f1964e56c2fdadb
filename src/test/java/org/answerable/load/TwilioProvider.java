package org.answerable.load;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.Visitor;

/**
 * Texts as Twilio delivers them, signed.
 *
 * @param webhook also what the application is configured to be called
 * @param to the number that is written to
 */
record TwilioProvider(URI webhook, String to) implements Provider {
  @Override
  public Post post(Texts.Text text) {
    Map<String, String> fields = fields(text);
    return new Post(
        "application/x-www-form-urlencoded; charset=UTF-8",
        "X-Twilio-Signature: " + StandInTwilio.signature(webhook.toString(), fields),
        Visitor.form(fields));
  }

  @Override
  public String replied() {
    return "<Message>";
  }

  /** What Twilio sends with a text, as its documentation lists it. */
  private Map<String, String> fields(Texts.Text text) {
    String id = "SM%032x".formatted(text.number());
    var fields = new HashMap<String, String>();
    fields.put("MessageSid", id);
    fields.put("SmsSid", id);
    fields.put("SmsMessageSid", id);
    fields.put("AccountSid", StandInTwilio.ACCOUNT);
    // +999 is a country code that nobody has
    fields.put("From", "+9995%08d".formatted(text.person()));
    fields.put("To", to);
    fields.put("Body", text.words());
    fields.put("NumMedia", "0");
    fields.put("NumSegments", "1");
    fields.put("SmsStatus", "received");
    fields.put("ApiVersion", "2010-04-01");
    return fields;
  }
}
