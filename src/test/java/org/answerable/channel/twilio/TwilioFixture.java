package org.answerable.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.answerable.channel.Address;
import org.answerable.channel.Channel;
import org.answerable.channel.ChannelFixture;
import org.answerable.channel.Inbound;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.ChannelConfig.Twilio.Via;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.Visitor;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Twilio's adapter with a stand-in for Twilio. */
public final class TwilioFixture implements ChannelFixture {
  private static final String PUBLIC_URL = "https://line.example.org";
  private static final Duration WAIT = Duration.ofMillis(500);
  private final StandInTwilio twilio;
  private final ChannelConfig.Twilio config;
  private final Channel channel;
  private final String prefix;
  private int messages;

  public TwilioFixture() throws IOException {
    this(Via.SMS, "");
  }

  private TwilioFixture(Via via, String prefix) throws IOException {
    this.prefix = prefix;
    twilio = new StandInTwilio();
    config =
        new ChannelConfig.Twilio(
            "line",
            via,
            StandInTwilio.ACCOUNT,
            StandInTwilio.AUTH_TOKEN,
            "+99955500000",
            ChannelConfig.PER_SECOND,
            twilio.apiUrl(),
            null);
    channel = new TwilioChannel(ORGANISATION, config, WAIT, InstantSource.system());
  }

  public static TwilioFixture whatsApp() throws IOException {
    return new TwilioFixture(Via.WHATSAPP, "whatsapp:");
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public Address phone() {
    return new Address("line", "+99955501234");
  }

  @Override
  public boolean answers(StandInTwilio.Answer answer) {
    twilio.answer(answer);
    return true;
  }

  @Override
  public List<String> given() {
    return twilio.sent().stream()
        .filter(sent -> sent.to().equals(prefix + phone().value()))
        .map(StandInTwilio.Sent::body)
        .toList();
  }

  @Override
  public List<String> write(String text, Inbound inbound) throws Exception {
    var fields =
        Map.of(
            "MessageSid",
            "SM" + ++messages,
            "From",
            prefix + "+99955501234",
            "Body",
            text,
            "To",
            "+1");
    String path = "/channels/twilio/line";
    var request = new MockHttpServletRequest("POST", path);
    request.setPathInfo("/line");
    request.setContentType("application/x-www-form-urlencoded");
    request.setContent(Visitor.form(fields).getBytes(UTF_8));
    request.addHeader("X-Twilio-Signature", StandInTwilio.signature(PUBLIC_URL + path, fields));
    var response = new MockHttpServletResponse();
    var lines = Map.of("line", new Line(ORGANISATION, config, PUBLIC_URL));
    new TwilioServlet(lines, inbound, call -> {}, InstantSource.fixed(Instant.EPOCH))
        .doPost(request, response);
    return response.getStatus() == 200 ? texts(response.getContentAsByteArray()) : List.of();
  }

  private static List<String> texts(byte[] twiml) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    var nodes = builder.parse(new ByteArrayInputStream(twiml)).getElementsByTagName("Message");
    var texts = new ArrayList<String>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  @Override
  public void close() {
    twilio.close();
  }
}
