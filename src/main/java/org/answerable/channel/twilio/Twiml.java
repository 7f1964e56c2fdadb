package org.answerable.channel.twilio;

import java.nio.charset.StandardCharsets;
import org.answerable.channel.Reply;

/**
 * A reply as TwiML. Written by hand, because Twilio's own classes build a DOM and an XSLT
 * transformer for each reply, which costs more than all the rest of the webhook; a test holds both
 * equal.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/twiml">TwiML for messaging</a>
 */
final class Twiml {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  private Twiml() {}

  /** UTF-8, cut as the channel cuts; an empty response says that nothing is to be sent. */
  static byte[] of(Reply reply, Numbers numbers) {
    if (reply.texts().isEmpty()) {
      return (HEAD + "<Response/>").getBytes(StandardCharsets.UTF_8);
    }
    var xml = new StringBuilder(256).append(HEAD).append("<Response>");
    for (Reply.Text text : reply.texts()) {
      for (String message : numbers.messages(text.body())) {
        xml.append("<Message>");
        escape(message, xml);
        xml.append("</Message>");
      }
    }
    return xml.append("</Response>").toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Rejects a call, which is then not answered and not charged.
   *
   * @see <a href="https://www.twilio.com/docs/voice/twiml/reject">TwiML Reject</a>
   */
  static byte[] busy() {
    return (HEAD + "<Response><Reject reason=\"busy\"/></Response>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void escape(String text, StringBuilder xml) {
    text.codePoints()
        .filter(Twiml::isXml)
        .forEach(
            sign -> {
              switch (sign) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '\r' -> xml.append("&#13;"); // a parser would make a line feed of it
                default -> xml.appendCodePoint(sign);
              }
            });
  }

  /** The characters of XML 1.0: others, NUL among them, cannot be written even escaped. */
  private static boolean isXml(int sign) {
    return sign >= 0x20
            && !(sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE)
            && sign != 0xfffe
            && sign != 0xffff
        || sign == '\t'
        || sign == '\n'
        || sign == '\r';
  }
}
