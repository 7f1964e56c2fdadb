package org.answerable.channel.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerable.channel.telegram.Taking.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/**
 * Asks Telegram for what people wrote to one bot. What is asked for next tells Telegram what it may
 * forget, so that moves only when all before it is committed or set aside. Nothing of it is kept
 * here: after a crash Telegram tells again what was not confirmed, and known messages have no
 * second effect. For one thread.
 *
 * @see <a href="https://core.telegram.org/bots/api#getupdates">Telegram: getUpdates</a>
 */
final class Poller {
  /** How long Telegram holds its answer back while nobody writes. */
  static final Duration HELD = Duration.ofSeconds(50);

  /** What one call brings at most; Telegram has no more. */
  private static final int UPDATES = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** A message that can't be taken holds up those who write meanwhile, so it waits no longer. */
  private static final Duration LONGEST_OF_TRIES = Duration.ofSeconds(4);

  /** Leaders hear of it when Telegram has not been asked for so long; it keeps things for a day. */
  private static final Duration LASTING = Duration.ofMinutes(15);

  private static final Duration FOREIGN_PAUSE = Duration.ofMinutes(1);
  private static final Duration DOUBLED_PAUSE = Duration.ofSeconds(10);

  private final Bot bot;
  private final BotApi api;
  private final Taking taking;
  private final Poison poison;
  private final Duration held;
  private final Set<Integer> done = new HashSet<>();
  private int confirmed;
  private boolean begun;
  private int failures;
  private final InstantSource clock;
  private volatile @Nullable Trouble trouble;
  private volatile boolean ending;

  /**
   * Why nothing comes in.
   *
   * @param told from when on leaders hear of it
   */
  private record Trouble(String what, Instant since, Instant told) {
    @Override
    public String toString() {
      return "Trouble[" + since + "]";
    }
  }

  /**
   * @param api of its own, so that a call that is held back can be ended
   * @param held how long Telegram holds its answer back
   */
  Poller(Bot bot, BotApi api, Taking taking, Poison poison, Duration held, InstantSource clock) {
    this.clock = clock;
    this.bot = bot;
    this.api = api;
    this.taking = taking;
    this.poison = poison;
    this.held = held;
  }

  /** One call, and what it brings; how long to wait before the next. */
  Duration round() throws InterruptedException {
    if (!begun) { // as long as there is a webhook, nothing is told
      begun = api.call(new Call(new DeleteWebhook())) instanceof Answer.Done;
    }
    return switch (api.call(next(UPDATES, held))) {
      case Answer.Done answer -> {
        trouble = null;
        confirmed = 0;
        yield take(UpdateReader.each(answer.result()));
      }
      case Answer.Refused refused -> refused(refused);
      case Answer.Unsent(String why) -> away(why);
      case Answer.Unanswered(String why) -> away(why);
    };
  }

  /** Why nothing comes in: at once if it can't pass by itself, else once it has lasted. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble)
        .filter(one -> !one.told.isAfter(clock.instant()))
        .map(Trouble::what);
  }

  /** Tells Telegram what it may forget, without asking for more. */
  void confirm(BotApi last) throws InterruptedException {
    if (confirmed > 0) {
      last.call(next(1, Duration.ZERO));
    }
  }

  /** Once it is confirmed, no number is given: after a silent week they begin anywhere. */
  private Call next(int limit, Duration hold) {
    return new Call(
        GetUpdates.builder()
            .offset(confirmed > 0 ? confirmed : null)
            .limit(limit)
            .timeout((int) hold.toSeconds())
            .allowedUpdates(BotSetup.KINDS)
            .build());
  }

  private Duration take(List<Update> updates) throws InterruptedException {
    List<Update> fresh = updates.stream().filter(update -> !done.contains(update.id())).toList();
    Map<Integer, Outcome> outcomes = taking.take(fresh);
    boolean others = outcomes.values().stream().anyMatch(Outcome.Taken.class::isInstance);
    outcomes.forEach(
        (id, outcome) -> {
          if (!(outcome instanceof Outcome.Refused refused) || isGivenUp(id, refused, others)) {
            done.add(id);
          }
        });
    return moveOn(updates);
  }

  /** If nothing can be taken at all, the fault is here, and no message is to blame. */
  private boolean isGivenUp(int id, Outcome.Refused refused, boolean others) {
    if (refused.ours() && !others) {
      return false;
    }
    return poison.isGivenUp(bot, id, refused.message(), refused.why());
  }

  private Duration moveOn(List<Update> updates) {
    int end = updates.stream().mapToInt(Update::id).max().orElse(-1) + 1;
    int open =
        updates.stream().mapToInt(Update::id).filter(id -> !done.contains(id)).min().orElse(end);
    confirmed = Math.max(open, 0);
    done.removeIf(id -> id < open);
    if (open == end) {
      failures = 0;
      return Duration.ZERO;
    }
    Duration pause = pause();
    return pause.compareTo(LONGEST_OF_TRIES) < 0 ? pause : LONGEST_OF_TRIES;
  }

  private Duration refused(Answer.Refused refused) {
    if (refused.isForeign()) {
      tell(
          "Telegram does not know this bot's token; nothing that is written to it arrives",
          Duration.ZERO);
      return FOREIGN_PAUSE;
    }
    if (refused.isDoubled()) {
      tell(
          "another program, or a webhook, takes this bot's messages; end it, or make a new token",
          LASTING);
      begun = false;
      return DOUBLED_PAUSE;
    }
    Duration after = refused.after();
    return after != null ? after : away("HTTP " + refused.status());
  }

  /** A call that breaks off from now on was ended by us, and is no trouble. */
  void end() {
    ending = true;
  }

  private Duration away(String why) {
    if (ending) {
      return Duration.ZERO;
    }
    tell(
        "Telegram can't be reached, and keeps what is written for a day meanwhile: " + why,
        LASTING);
    return pause();
  }

  /** Once as long as it lasts. */
  private void tell(String what, Duration lasting) {
    Trouble before = trouble;
    if (before == null || !before.what.equals(what)) {
      LOG.warn("channel {}: {}", bot.channel(), what);
      Instant since = before == null ? clock.instant() : before.since;
      trouble = new Trouble(what, since, since.plus(lasting));
    }
  }

  private Duration pause() {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures++, 5));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
