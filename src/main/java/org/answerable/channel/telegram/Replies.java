package org.answerable.channel.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings replies where no webhook's answer can carry them: to each chat in order, and to none
 * slower because another has to wait.
 */
final class Replies {
  /** So many may be under way; then whoever brings the next waits for it. */
  static final int MAX = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
  private static final int TRIES = 5;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Executor THREADS =
      work -> Thread.ofVirtual().name("telegram reply").start(work);
  private final String channel;
  private final Sender sender;
  private final Map<Long, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

  Replies(String channel, Sender sender) {
    this.channel = channel;
    this.sender = sender;
  }

  /**
   * @return what ends when they have arrived, or are given up
   */
  CompletableFuture<Void> send(long chat, List<Call> calls) {
    if (calls.isEmpty()) {
      return CompletableFuture.allOf();
    }
    CompletableFuture<Void> sent =
        last.compute(
            chat,
            (id, before) ->
                (before == null ? CompletableFuture.allOf() : before)
                    .thenRunAsync(() -> bring(chat, calls), THREADS));
    sent.whenComplete((nothing, failed) -> last.remove(chat, sent));
    return sent;
  }

  boolean areTooMany() {
    return last.size() > MAX;
  }

  /** All that are under way. */
  CompletableFuture<Void> all() {
    return CompletableFuture.allOf(last.values().toArray(CompletableFuture<?>[]::new));
  }

  private void bring(long chat, List<Call> calls) {
    try {
      for (Call call : calls) {
        if (!bring(chat, call)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What Telegram may have taken is not sent again: nobody needs a receipt twice. */
  private boolean bring(long chat, Call call) throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      Duration pause = Duration.ofSeconds(1L << i);
      switch (sender.send(chat, call)) {
        case Answer.Done done -> {
          return true;
        }
        case Answer.Unsent unsent -> {}
        case Answer.Unanswered(String why) -> {
          LOG.warn("channel {}: uncertain whether a reply arrived: {}", channel, why);
          return true;
        }
        case Answer.Refused refused -> {
          if (refused.status() != Answer.TOO_MANY) {
            LOG.info("channel {}: a reply was refused: HTTP {}", channel, refused.status());
            return false;
          }
          pause = refused.after() == null ? pause : refused.after();
        }
      }
      Thread.sleep(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
    LOG.warn("channel {}: a reply was given up after {} tries", channel, TRIES);
    return false;
  }
}
