package org.answerable.delivery.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.channel.ChannelHealth;
import org.answerable.channel.Hearing;
import org.answerable.delivery.Queues;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Timers;
import org.jspecify.annotations.Nullable;

/**
 * Says it without telling of anybody: small numbers are "fewer than 10", moments are how long ago,
 * roughly.
 */
final class OperationsWords {
  /** Smaller ones could tell of one person. */
  static final int FEW = 10;

  private static final Duration SOON = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** What tasks are called; those of one organisation or channel begin so. */
  private static final Map<String, String> TASKS =
      Map.of(
          "slot-", "The last slot",
          "epoch-", "Whether keys are to change",
          "overdue-", "Whether something is overdue",
          "deletion-", "Deletion at Twilio",
          "catch-up-", "Texts fetched from Twilio");

  private final Organisation organisation;
  private final Instant now;

  OperationsWords(Organisation organisation, Instant now) {
    this.organisation = organisation;
    this.now = now;
  }

  List<OperationsView.Line> outbox(Queues.Queue queue) {
    Instant oldest = queue.oldest();
    boolean late = oldest != null && oldest.isBefore(now.minus(HOUR));
    return List.of(
        line("Leaves later, at its moment", count(queue.later())),
        line("Could leave now", count(queue.due())),
        new OperationsView.Line("The first of them waits", wait(oldest), late));
  }

  /** Its own, and its channels'; what else there is belongs to the whole instance. */
  List<OperationsView.Line> timers(List<Timers.State> states) {
    var lines = new ArrayList<OperationsView.Line>();
    for (Timers.State state : states) {
      name(state.task())
          .ifPresent(
              name ->
                  lines.add(new OperationsView.Line(name, outcome(state), state.failures() > 0)));
    }
    return lines;
  }

  private Optional<String> name(String task) {
    for (var known : TASKS.entrySet()) {
      if (task.equals(known.getKey() + organisation.id())) {
        return Optional.of(known.getValue());
      }
      for (ChannelConfig channel : organisation.channels()) {
        if (task.equals(known.getKey() + channel.id())) {
          return Optional.of(known.getValue() + ", " + channel.id());
        }
      }
    }
    return Optional.empty();
  }

  private String outcome(Timers.State state) {
    String success = state.success() == null ? "not yet" : "went well " + ago(state.success());
    return state.failures() == 0
        ? success
        : success + "; failed " + state.failures() + " times since";
  }

  List<OperationsView.Line> channels(ChannelHealth health, Hearing hearing) {
    return organisation.channels().stream()
        .map(ChannelConfig::id)
        .map(
            id ->
                hearing
                    .trouble(id)
                    .map(why -> new OperationsView.Line(id, why, true))
                    .orElseGet(() -> channel(id, health.of(id).orElse(null))))
        .toList();
  }

  /**
   * Only what failed, as long as nothing went well since: alarms to a focal point and texts to
   * callers leave by the same channels, and the moment of one would tell that somebody wrote.
   */
  private OperationsView.Line channel(String id, ChannelHealth.@Nullable Health health) {
    Instant bad = health == null ? null : health.bad();
    Instant good = health == null ? null : health.good();
    return health == null || bad == null || (good != null && good.isAfter(bad))
        ? line(id, "no trouble known")
        : new OperationsView.Line(id, "failed " + ago(bad) + ": " + health.why(), true);
  }

  List<OperationsView.Aside> answers(List<Queues.Aside> asides) {
    return asides.stream()
        .map(
            one ->
                new OperationsView.Aside(
                    reason(one.reason()),
                    count(one.count()) + ", the first on " + day(one.since()),
                    one.channel(),
                    one.reason(),
                    one.again()))
        .toList();
  }

  private static String reason(String reason) {
    return reason.equals("uncertain") ? "Uncertain whether they left" : reason;
  }

  List<OperationsView.Aside> texts(List<Queues.Aside> asides) {
    return asides.stream()
        .map(
            one ->
                new OperationsView.Aside(
                    one.channel() + ": " + one.reason(),
                    count(one.count()) + ", the first on " + day(one.since()),
                    one.channel(),
                    one.reason(),
                    one.again()))
        .toList();
  }

  private static OperationsView.Line line(String name, String value) {
    return new OperationsView.Line(name, value, false);
  }

  private static String count(int count) {
    return count == 0 ? "none" : count < FEW ? "fewer than " + FEW : Integer.toString(count);
  }

  private String wait(@Nullable Instant since) {
    return since == null ? "nothing waits" : "since " + within(since);
  }

  private String ago(Instant moment) {
    return "within " + within(moment);
  }

  private String within(Instant moment) {
    Duration passed = Duration.between(moment, now);
    if (passed.compareTo(SOON) <= 0) {
      return "the last 10 minutes";
    }
    if (passed.compareTo(HOUR) <= 0) {
      return "the last hour";
    }
    return passed.compareTo(DAY) <= 0 ? "the last day" : "more than a day";
  }

  private static String day(LocalDate day) {
    return day.toString();
  }
}
