package org.answerable.flow;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two hours as people write them: {@code 9pm-7am}, {@code 9 pm to 7 am}, {@code 21h à 7h}. */
final class Hours {
  private static final String HOUR = "(\\d{1,2})(?: 00)? ?(am|pm|h)?(?: ?00)?";
  private static final Pattern TWO =
      Pattern.compile(HOUR + "(?: (?:to|till|until|a|hadi|mpaka|jusqu a))? " + HOUR);

  /** Numbers alone are told apart by their spaces. */
  private static final Pattern LETTER = Pattern.compile("[a-z]");

  private static final int NOON = 12;

  private Hours() {}

  /**
   * The two in full hours of 24.
   *
   * @param plain the words behind the first digit
   * @return what was given, where it is no two hours
   */
  static List<String> of(List<String> plain) {
    String words = String.join(" ", plain);
    Matcher two = TWO.matcher(words);
    return LETTER.matcher(words).find() && two.matches()
        ? List.of(hour(two.group(1), two.group(2)), hour(two.group(3), two.group(4)))
        : plain;
  }

  private static String hour(String digits, String half) {
    int hour = Integer.parseInt(digits);
    if (hour > NOON || half == null || half.equals("h")) {
      return String.valueOf(hour);
    }
    return String.valueOf(hour % NOON + (half.equals("pm") ? NOON : 0));
  }
}
