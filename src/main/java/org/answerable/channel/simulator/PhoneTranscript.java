package org.answerable.channel.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * What was said on a simulated phone, as a transcript of a flow: from the first question on its
 * screen. {@code flows test --update} puts the flow's own samples into it.
 */
final class PhoneTranscript {
  private static final String NOTHING =
      "# No question is on the screen of this phone. Write something, and come back.\n";

  private PhoneTranscript() {}

  static String of(Phone phone) {
    List<String> lines = new ArrayList<>();
    for (PhoneText text : phone.texts()) {
      boolean said = text.from() != PhoneText.From.MEMBER_NOT_SENT;
      if (said && (!lines.isEmpty() || text.asks())) {
        lines.add(line(text));
      }
    }
    return lines.isEmpty()
        ? NOTHING
        : "== %s: tried on a phone\n".formatted(phone.language()) + String.join("\n", lines) + "\n";
  }

  private static String line(PhoneText text) {
    return text.from() == PhoneText.From.LINE
        ? "< " + text.body().replace("\n", "\n| ")
        : "> " + text.body().replace('\n', ' ').strip();
  }
}
