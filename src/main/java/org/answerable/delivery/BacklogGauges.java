package org.answerable.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The outbox as whoever keeps the server watches it. One look serves all gauges of a moment. */
public final class BacklogGauges implements MeterBinder {
  private static final Duration KEPT = Duration.ofSeconds(5);
  private final Deliveries deliveries;
  private final InstantSource clock;
  private @Nullable Seen last;

  private record Seen(Backlog backlog, Instant at) {}

  public BacklogGauges(Deliveries deliveries, InstantSource clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "backlog", "Texts that could leave now", Backlog::due);
    gauge(
        registry,
        "oldest.seconds",
        "How long the first of them waits",
        backlog -> backlog.oldest().toSeconds());
    gauge(
        registry,
        "uncertain",
        "Answers that wait for a person to decide whether they are sent again",
        Backlog::uncertain);
  }

  private void gauge(
      MeterRegistry registry, String name, String about, ToDoubleFunction<Backlog> value) {
    Gauge.builder("answerable.delivery." + name, () -> value.applyAsDouble(look()))
        .description(about)
        .register(registry);
  }

  private synchronized Backlog look() {
    Instant now = clock.instant();
    Seen seen = last;
    if (seen == null || !seen.at().plus(KEPT).isAfter(now)) {
      seen = new Seen(deliveries.backlog(now), now);
      last = seen;
    }
    return seen.backlog();
  }
}
