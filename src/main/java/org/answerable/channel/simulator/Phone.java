package org.answerable.channel.simulator;

import java.util.ArrayList;
import java.util.List;
import org.answerable.platform.sms.Segments;

/**
 * A simulated phone at one moment. Immutable.
 *
 * @param number within the simulator, from 1
 * @param language BCP 47; what its owner writes in
 * @param texts the last ones, the oldest first
 * @param memberSegments what its owner has paid for so far
 * @param lineSegments what the organisation has paid for so far
 */
record Phone(
    int number,
    String organisation,
    String channel,
    String address,
    String language,
    List<PhoneText> texts,
    int memberSegments,
    int lineSegments) {
  /** What fits on the screen. */
  static final int MAX_TEXTS = 12;

  Phone {
    texts = List.copyOf(texts);
  }

  Phone with(PhoneText text) {
    var more = new ArrayList<>(texts);
    more.add(text);
    var last = more.subList(Math.max(0, more.size() - MAX_TEXTS), more.size());
    int segments = Segments.of(text.body()).segments();
    boolean line = text.from() == PhoneText.From.LINE;
    boolean member = text.from() == PhoneText.From.MEMBER;
    return new Phone(
        number,
        organisation,
        channel,
        address,
        language,
        last,
        memberSegments + (member ? segments : 0),
        lineSegments + (line ? segments : 0));
  }

  @Override
  public String toString() {
    return "Phone[" + number + ", redacted]";
  }
}
