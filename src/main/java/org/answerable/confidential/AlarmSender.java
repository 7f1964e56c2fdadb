package org.answerable.confidential;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.answerable.confidential.Alarms.Alarm;
import org.answerable.delivery.Notices;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;

/**
 * Tells focal points to look: one sentence that says nothing, whatever was written. When somebody
 * may be told again is known in memory only, so that no table tells when somebody wrote.
 */
public final class AlarmSender {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MAX_DOUBLINGS = 10;
  private final Alarms alarms;
  private final Notices notices;
  private final Organisations organisations;
  private final UnaryOperator<String> sentence;
  private final InstantSource clock;
  private final Map<UUID, Next> next = new ConcurrentHashMap<>();

  /**
   * @param sentence the one text of an alarm, by language
   */
  public AlarmSender(
      Alarms alarms,
      Notices notices,
      Organisations organisations,
      UnaryOperator<String> sentence,
      InstantSource clock) {
    this.alarms = alarms;
    this.notices = notices;
    this.organisations = organisations;
    this.sentence = sentence;
    this.clock = clock;
  }

  /** Sends what waits and may go. */
  public void run() {
    for (Organisation organisation : organisations.all()) {
      for (Alarm alarm : alarms.waiting(organisation.id())) {
        if (mayGo(alarm.account())) {
          send(organisation.id(), alarm);
        }
      }
    }
  }

  private void send(String organisation, Alarm alarm) {
    var way = alarm.way();
    String text = sentence.apply(way.language());
    if (notices.send(organisation, way.channel(), way.address(), text)) {
      alarms.done(organisation, alarm);
      wait(alarm.account(), ConfidentialLimits.ALARM_PAUSE, 0);
    } else {
      Next before = next.get(alarm.account());
      int failures = before == null ? 0 : before.failures;
      wait(alarm.account(), pause(failures), failures + 1);
    }
  }

  private boolean mayGo(UUID account) {
    Next at = next.get(account);
    return at == null || !clock.instant().isBefore(at.from);
  }

  private void wait(UUID account, Duration pause, int failures) {
    next.put(account, new Next(clock.instant().plus(pause), failures));
  }

  private static Duration pause(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private record Next(Instant from, int failures) {}
}
