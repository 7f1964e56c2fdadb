package org.answerable.conversation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.Settings;
import org.answerable.constituent.Vault;
import org.answerable.constituent.Way;
import org.answerable.conversation.decision.Flows;
import org.answerable.delivery.Telling;
import org.answerable.organisation.Organisation;
import org.answerable.poll.OpenPoll;
import org.answerable.poll.PollLimits;
import org.answerable.poll.Voting;
import org.answerable.responselog.Eligible;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those of one organisation who want to hear of polls that one is open, and reminds them once
 * where it was announced so: whoever has voted too, for nothing knows who has. Each at a moment of
 * their own, one at a time, once at most: it is noted in their conversation before it leaves, and
 * whoever is killed in between has told nobody.
 */
final class PollCalls {
  private static final Logger LOG = LoggerFactory.getLogger(PollCalls.class);
  private static final Duration RATE_PAUSE = Duration.ofSeconds(1);

  /** Who is in the midst of something is looked at again after it, and holds nobody up. */
  private static final Duration BUSY_PAUSE = Duration.ofMinutes(10);

  private final Vault vault;
  private final Voting voting;
  private final Telling telling;
  private final PollClaims claims;
  private final Flows flows;
  private final Organisation home;
  private final Duration pause;

  /** Who was told, as far as this node knows: they are not asked after again. */
  private final Set<Call> done = ConcurrentHashMap.newKeySet();

  /** Whose text could not leave yet, though it is noted. */
  private final Set<Call> again = ConcurrentHashMap.newKeySet();

  /** Who was in the midst of something, and until when they are left alone. */
  private final Map<Call, Instant> later = new ConcurrentHashMap<>();

  /** When it is looked again whose moment has come; a node that has just started looks at once. */
  private final Map<Round, Instant> next = new ConcurrentHashMap<>();

  /**
   * @param pause between two looks at everybody, for which each row is opened
   */
  PollCalls(
      Vault vault,
      Voting voting,
      Telling telling,
      PollClaims claims,
      Flows flows,
      Organisation home,
      Duration pause) {
    this.vault = vault;
    this.voting = voting;
    this.telling = telling;
    this.claims = claims;
    this.flows = flows;
    this.home = home;
    this.pause = pause;
  }

  private record Round(String reference, boolean reminder) {}

  /** One text to one person. */
  record Call(String poll, boolean reminder, UUID who) {
    /** By which their conversation knows it again. */
    String mark() {
      return (reminder ? "reminded of poll " : "told of poll ") + poll + " " + who;
    }

    @Override
    public String toString() {
      return "Call[redacted]";
    }
  }

  /** Tells some of those whose moment has come, and no more than fit into a while. */
  void run(Instant now) throws InterruptedException {
    List<OpenPoll> open = voting.open(home.id());
    Set<String> references = Set.copyOf(open.stream().map(OpenPoll::reference).toList());
    done.removeIf(call -> !references.contains(call.poll));
    again.removeIf(call -> !references.contains(call.poll));
    later.keySet().removeIf(call -> !references.contains(call.poll));
    next.keySet().removeIf(round -> !references.contains(round.reference));
    for (OpenPoll poll : open) {
      if (isDay(poll, home.day(now), poll.terms().opens())) {
        run(poll, false, now);
      } else if (poll.terms().reminds()
          && isDay(poll, home.day(now), poll.terms().closes().minus(PollLimits.REMINDED))) {
        run(poll, true, now);
      }
    }
  }

  /** Two days, so that quiet hours and a night are waited for. */
  private static boolean isDay(OpenPoll poll, LocalDate today, LocalDate first) {
    return !today.isBefore(first)
        && !today.isAfter(first.plusDays(1))
        && !today.isAfter(poll.terms().closes());
  }

  private void run(OpenPoll poll, boolean reminder, Instant now) throws InterruptedException {
    LocalTime time = now.atZone(home.timeZone()).toLocalTime();
    boolean isHour = home.demo() || isBetween(time, PollLimits.TOLD_FROM);
    var round = new Round(poll.reference(), reminder);
    if (!isHour
        || poll.terms().eligible() instanceof Eligible.Codes
        || now.isBefore(next.getOrDefault(round, Instant.MIN))) {
      return; // before everybody's row is read
    }
    List<Constituent> due = due(poll, reminder, now);
    boolean told = tell(poll, reminder, due, now) && again.isEmpty();
    if (told && due.size() < PollLimits.TOLD_AT_ONCE) {
      next.put(round, now.plus(pause));
    }
  }

  private List<Constituent> due(OpenPoll poll, boolean reminder, Instant now) {
    LocalTime time = now.atZone(home.timeZone()).toLocalTime();
    List<Constituent> due = new ArrayList<>();
    vault.forEach(
        home.id(),
        person -> {
          if (due.size() < PollLimits.TOLD_AT_ONCE
              && !person.isIdle(home.day(now)) // the number may be somebody else's
              && wants(person, poll)
              && !isQuiet(person.settings(), now)
              && isOpen(new Call(poll.reference(), reminder, person.who()), now)
              && (home.demo() || isMoment(person, poll.reference(), time))) {
            due.add(person);
          }
        });
    return due;
  }

  private boolean isOpen(Call call, Instant now) {
    return !done.contains(call) && !later.getOrDefault(call, Instant.MIN).isAfter(now);
  }

  /**
   * One after the other, as fast as the rate lets, and no longer than the timer waits for.
   *
   * @return false: some are left for the next go
   */
  private boolean tell(OpenPoll poll, boolean reminder, List<Constituent> due, Instant began)
      throws InterruptedException {
    Instant now = began;
    int pauses = 0;
    for (Constituent person : due) {
      var call = new Call(poll.reference(), reminder, person.who());
      while (!tellOrSkip(poll, call, person, now)) {
        if (++pauses > PollLimits.TOLD_PAUSES) {
          return false;
        }
        Thread.sleep(RATE_PAUSE);
        now = now.plus(RATE_PAUSE);
      }
    }
    return true;
  }

  /** Whose session can't be opened must not keep others from hearing of it. */
  private boolean tellOrSkip(OpenPoll poll, Call call, Constituent person, Instant now) {
    try {
      return tell(poll, call, person, now);
    } catch (IllegalStateException e) {
      LOG.warn("somebody can't be told of a poll: {}", e.getClass().getSimpleName());
      later.put(call, now.plus(BUSY_PAUSE));
      return true;
    }
  }

  private static boolean wants(Constituent person, OpenPoll poll) {
    Settings settings = person.settings();
    boolean mayVote =
        switch (poll.terms().eligible()) {
          case Eligible.Anybody all -> true;
          case Eligible.WroteBefore(LocalDate day) -> settings.wroteBefore(day);
          case Eligible.Codes codes -> false; // who may vote got a code by hand
        };
    return mayVote
        && settings.votes()
        && settings.way() != AnswerWay.NOT_AT_ALL
        && !person.stopped();
  }

  /** By day, and nobody can tell from the hour what comes next: it is drawn for each. */
  static boolean isMoment(Constituent person, String poll, LocalTime time) {
    byte[] drawn = person.key().mac(utf8("told of poll"), utf8(poll));
    long parts = Short.toUnsignedLong(ByteBuffer.wrap(drawn).getShort());
    Duration wait = PollLimits.TOLD_WITHIN.multipliedBy(parts).dividedBy(1L << Short.SIZE);
    return isBetween(time, PollLimits.TOLD_FROM.plus(wait));
  }

  private static boolean isBetween(LocalTime time, LocalTime from) {
    return !time.isBefore(from) && time.isBefore(PollLimits.TOLD_UNTIL);
  }

  /**
   * The person's choices count at this moment.
   *
   * @return false: the channel's rate has no place; nothing was done
   */
  private boolean tell(OpenPoll poll, Call call, Constituent person, Instant now) {
    if (!(vault.way(person) instanceof Way.Reach reach)
        || !reach.settings().votes()
        || isQuiet(reach.settings(), now)) {
      return true;
    }
    if (!telling.reaches(reach.address())) {
      done.add(call); // and never will
      return true;
    }
    if (!telling.takePlace(reach.address(), now)) {
      return false;
    }
    boolean notice = home.noticeOnly() || reach.settings().way() == AnswerWay.NOTICE;
    boolean asks = !notice && !call.reminder;
    boolean claimed = again.remove(call);
    switch (claimed ? PollClaims.Claim.TAKEN : claims.claim(home, reach, call, asks, now)) {
      case TAKEN -> send(poll, call, reach, notice);
      case BEFORE -> done.add(call);
      case LATER -> later.put(call, now.plus(BUSY_PAUSE));
    }
    return true;
  }

  private void send(OpenPoll poll, Call call, Way.Reach reach, boolean notice) {
    String text = text(poll, call, reach.settings().language(), notice);
    if (telling.tell(home.id(), reach.who(), reach.address(), text)) {
      done.add(call);
    } else {
      again.add(call);
    }
  }

  private String text(OpenPoll poll, Call call, String language, boolean notice) {
    if (notice) {
      return flows.polls().notice(language);
    }
    return call.reminder
        ? flows.polls().reminder(home, poll.terms(), language)
        : flows.polls().asked(home, poll.terms(), language);
  }

  private boolean isQuiet(Settings settings, Instant now) {
    var quiet = settings.quiet();
    return quiet != null && quiet.endOf(now, home.timeZone()).isPresent();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
