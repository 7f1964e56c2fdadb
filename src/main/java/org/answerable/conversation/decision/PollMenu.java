package org.answerable.conversation.decision;

import java.util.Optional;
import java.util.regex.Pattern;
import org.answerable.flow.Plain;

/** Whether a text is a number, or several, in the digits of any script. */
final class PollMenu {
  private static final Pattern ONE = Pattern.compile("[0-9]");
  private static final Pattern SEVERAL = Pattern.compile("[0-9][0-9 ]*");

  private PollMenu() {}

  static Optional<Integer> number(String text) {
    return Optional.of(Plain.of(text))
        .filter(plain -> ONE.matcher(plain).matches())
        .map(Integer::valueOf);
  }

  static boolean isNumbers(String text) {
    return SEVERAL.matcher(Plain.of(text)).matches();
  }
}
