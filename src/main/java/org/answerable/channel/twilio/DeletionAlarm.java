package org.answerable.channel.twilio;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.answerable.platform.web.Notice;
import org.answerable.platform.web.StandingNotices;

/**
 * Says that Twilio keeps what passes through a number, once that has lasted; and stops saying so
 * when it is deleted again.
 */
final class DeletionAlarm implements StandingNotices, MeterBinder {
  /** Hours: deletion is tried in each. */
  static final int LASTING = 3;

  private static final Duration KEPT = Duration.ofSeconds(5);
  private final Map<String, String> organisations;
  private final ToIntFunction<String> failures;
  private final InstantSource clock;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  private record Seen(int failures, Instant at) {}

  /**
   * @param organisations of each channel
   * @param failures how often in a row a task has failed
   */
  DeletionAlarm(
      Map<String, String> organisations, ToIntFunction<String> failures, InstantSource clock) {
    this.organisations = Map.copyOf(organisations);
    this.failures = failures;
    this.clock = clock;
  }

  @Override
  public List<Notice> of(String organisation) {
    List<String> failing =
        organisations.keySet().stream()
            .filter(channel -> organisation.equals(organisations.get(channel)))
            .filter(channel -> failuresOf(channel) >= LASTING)
            .sorted()
            .toList();
    return failing.isEmpty()
        ? List.of()
        : List.of(
            new Notice(
                "For %d hours nothing could be deleted at Twilio, which now keeps who wrote and"
                        .formatted(LASTING)
                    + " what. Ask whoever keeps your server to look into it (docs/operations.md,"
                    + " Twilio).",
                failing));
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    organisations
        .keySet()
        .forEach(
            channel ->
                Gauge.builder("answerable.deletion.failures", () -> failuresOf(channel))
                    .description("Hours in a row in which nothing could be deleted at the provider")
                    .tag("channel", channel)
                    .register(registry));
  }

  private int failuresOf(String channel) {
    Instant now = clock.instant();
    return seen.compute(
            channel,
            (id, last) ->
                last != null && last.at.plus(KEPT).isAfter(now)
                    ? last
                    : new Seen(failures.applyAsInt(Deletion.task(id)), now))
        .failures;
  }
}
