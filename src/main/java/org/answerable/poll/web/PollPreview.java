package org.answerable.poll.web;

import java.util.Optional;
import org.answerable.organisation.SmsPrice;
import org.answerable.platform.sms.Segments;
import org.answerable.platform.sms.SmsText;

/**
 * What a basic phone shows, and what one such text costs.
 *
 * @param cost in words
 */
public record PollPreview(String text, String cost) {
  static PollPreview of(String said, Optional<SmsPrice> price) {
    String text = SmsText.cheapest(said);
    Segments segments = Segments.of(text);
    String counted = segments.segments() == 1 ? "1 segment" : segments.segments() + " segments";
    String forced =
        segments.forcing().isEmpty()
            ? ""
            : ", made dear by " + String.join(" ", segments.forcing());
    String paid = price.map(one -> ", " + one.about(segments.segments())).orElse("");
    return new PollPreview(text, counted + paid + forced);
  }
}
