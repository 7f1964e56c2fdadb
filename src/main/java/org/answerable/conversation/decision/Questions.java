package org.answerable.conversation.decision;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.answerable.channel.Reply;
import org.answerable.constituent.Constituent;
import org.answerable.conversation.decision.Talk.OpenFeedback;
import org.answerable.flow.Session;
import org.answerable.flow.SessionCodec;

/**
 * Ties buttons to the question under which they stand. Nothing is kept for it: the name of a
 * question comes from the question, the feedback that it is about, and the person's own key, so
 * that whoever sees names at the provider can match them with nothing here.
 */
final class Questions {
  /** Of a name; eight letters. */
  private static final int BYTES = 6;

  private static final byte[] NONE = new byte[0];

  private Questions() {}

  /**
   * The name of what is asked now; empty when nothing is. {@code HMAC-SHA256(the person's data key,
   * "question" ‖ feedback ‖ flow ‖ node)}, its first 48 bits: it stays the same as long as the
   * question is open, whatever else is written meanwhile.
   */
  static String open(Constituent person, Talk talk) {
    byte[] asked = talk.asked();
    if (asked == null) {
      return "";
    }
    Session session = SessionCodec.decode(asked);
    OpenFeedback open = talk.open();
    byte[] mac =
        person
            .key()
            .mac(
                utf8("question"),
                open == null ? NONE : utf8(open.feedback().toString()),
                utf8(session.flow()),
                utf8(session.node()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, BYTES));
  }

  /** The decision, each of its texts that offers choices tied to the question that is open then. */
  static Decision tied(Decision decision, Constituent person) {
    if (decision.reply().texts().stream().allMatch(text -> text.choices().isEmpty())) {
      return decision;
    }
    String question = open(person, decision.next());
    return decision.withReply(
        new Reply(
            decision.reply().texts().stream()
                .map(text -> text.choices().isEmpty() ? text : text.asking(question))
                .toList(),
            decision.reply().clears(),
            decision.reply().instead()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
