package org.answerable.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.messaging.Message;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.answerable.channel.Reply;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.ChannelConfig.Twilio.Via;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class TwimlTest {
  private static final Numbers SMS = new Numbers(config(Via.SMS));

  private static final List<String> TEXTS =
      List.of(
          "We have it. Code 6415-2058.",
          "a<b & \"c\" 'd' > ]]>",
          "line\nfeed\ttab\rreturn",
          "é ß ع 😀",
          "&amp; &lt;",
          "");

  @Test
  void saysTheSameAsTwiliosOwnClasses() throws Exception {
    for (String text : TEXTS) {
      var theirs = new Message.Builder(text).build();
      String xml = new MessagingResponse.Builder().message(theirs).build().toXml();
      assertThat(messages(Twiml.of(Reply.of(text), SMS))).isEqualTo(messages(xml.getBytes(UTF_8)));
    }
    String nothing = new MessagingResponse.Builder().build().toXml();
    assertThat(new String(Twiml.of(Reply.NOTHING, SMS), UTF_8)).isEqualTo(nothing);
  }

  @Test
  void keepsSeveralTextsApart() throws Exception {
    var texts = TEXTS.stream().map(text -> new Reply.Text(text, List.of())).toList();
    assertThat(messages(Twiml.of(new Reply(texts), SMS))).isEqualTo(TEXTS);
  }

  /** As what is sent otherwise there is not. */
  @Test
  void cutsNothingForWhatsApp() throws Exception {
    String text = "The syrup is here. ".repeat(30).strip();
    assertThat(messages(Twiml.of(Reply.of(text), new Numbers(config(Via.WHATSAPP)))))
        .containsExactly(text);
  }

  private static ChannelConfig.Twilio config(Via via) {
    return new ChannelConfig.Twilio("line", via, "AC1", "t", "+99955500000", 1, null, null);
  }

  @Test
  void saysALongTextAsSeveralMessages() throws Exception {
    var messages = messages(Twiml.of(Reply.of("The syrup is here. ".repeat(30).strip()), SMS));
    assertThat(messages).hasSize(2);
    assertThat(messages.getFirst()).startsWith("(1/2) The syrup");
    assertThat(messages.getLast()).startsWith("(2/2) The syrup");
  }

  @Test
  void dropsWhatXmlCannotSay() throws Exception {
    assertThat(messages(Twiml.of(Reply.of("a\u0000b\u0007c\ud800d\ufffee"), SMS)))
        .containsExactly("abcde");
  }

  private static List<String> messages(byte[] xml) throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("Response");
    var messages = document.getDocumentElement().getChildNodes();
    var texts = new ArrayList<String>();
    for (int i = 0; i < messages.getLength(); i++) {
      assertThat(((Element) messages.item(i)).getTagName()).isEqualTo("Message");
      texts.add(messages.item(i).getTextContent());
    }
    return texts;
  }
}
