package org.answerable.organisation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.answerable.platform.StartNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the start whose line is closed and why, and which numbers somebody has to call. */
final class LinesAtStart implements StartNote {
  private static final Logger LOG = LoggerFactory.getLogger(LinesAtStart.class);
  private final Organisations organisations;
  private final Lines lines;
  private final InstantSource clock;

  LinesAtStart(Organisations organisations, Lines lines, InstantSource clock) {
    this.organisations = organisations;
    this.lines = lines;
    this.clock = clock;
  }

  @Override
  public String text() {
    var text = new StringBuilder();
    for (Organisation organisation : organisations.all()) {
      tell(
          text,
          "The line of %s is closed. Whoever writes in is not heard until this is mended:"
              .formatted(organisation.name()),
          lines.missing(organisation).stream());
      tell(
          text,
          "Numbers of %s that nobody has called for %d days:"
              .formatted(organisation.name(), CheckedNumber.CHECK_DAYS),
          toCall(organisation, clock.instant()));
    }
    return text.toString();
  }

  private Stream<String> toCall(Organisation organisation, Instant now) {
    return lines.toCall(organisation, organisation.day(now)).stream()
        .map(
            number ->
                "%s: \"%s\" in %s, %s, was last called on %s; call it, and write the new day here"
                    .formatted(
                        number.place(),
                        number.key(),
                        number.language(),
                        number.hotline().number(),
                        number.hotline().checked()));
  }

  private static void tell(StringBuilder text, String title, Stream<String> lines) {
    var told = lines.toList();
    if (told.isEmpty()) {
      return;
    }
    text.append('\n').append(title).append('\n');
    for (String line : told) {
      text.append("  ").append(line).append('\n');
      LOG.warn("{} {}", title, line);
    }
  }
}
