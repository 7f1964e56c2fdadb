package org.answerable.channel.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.answerable.organisation.SmsPrice;
import org.answerable.platform.sms.Segments;
import org.jspecify.annotations.Nullable;

/**
 * A phone as its page shows it.
 *
 * @param language its name in itself
 * @param lang BCP 47
 * @param last how the line's last text is counted; null: it has said nothing
 * @param price what the organisation has paid, in words; empty where its file names no price
 */
public record PhoneView(
    int number,
    String language,
    String lang,
    List<PhoneText> texts,
    @Nullable Segments last,
    int memberSegments,
    int lineSegments,
    String price) {

  static PhoneView of(Phone phone, Optional<SmsPrice> price) {
    return new PhoneView(
        phone.number(),
        nameOf(phone.language()),
        phone.language(),
        phone.texts(),
        phone.texts().reversed().stream()
            .filter(text -> text.from() == PhoneText.From.LINE)
            .findFirst()
            .map(text -> Segments.of(text.body()))
            .orElse(null),
        phone.memberSegments(),
        phone.lineSegments(),
        price.map(one -> one.about(phone.lineSegments())).orElse(""));
  }

  /** {@code Kiswahili} for {@code sw}. */
  public static String nameOf(String language) {
    Locale locale = Locale.forLanguageTag(language);
    String name = locale.getDisplayLanguage(locale);
    return name.isEmpty() ? language : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  /** {@code 1 text}, {@code 2 texts}. */
  public static String counted(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  @Override
  public String toString() {
    return "PhoneView[redacted]";
  }
}
