package org.answerable.channel.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.answerable.channel.Inbound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One bot that is polled, in a thread of its own. */
final class PolledBot {
  private static final Logger LOG = LoggerFactory.getLogger(PolledBot.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration LAST_BATCH = Duration.ofSeconds(20);
  private static final Duration LAST_REPLIES = Duration.ofSeconds(5);
  private final Bot bot;
  private final BotApi held;
  private final Replies replies;
  private final Poller poller;
  private final Semaphore ending = new Semaphore(0);
  private final Thread thread;
  private volatile boolean ended;

  /**
   * @param threads take messages of all bots
   */
  PolledBot(
      Bot bot,
      Sender sender,
      Inbound inbound,
      Errands errands,
      Poison poison,
      ExecutorService threads,
      InstantSource clock) {
    this.bot = bot;
    this.held = new BotApi(bot.config(), Bot.WAIT, Poller.HELD);
    this.replies = new Replies(bot.channel(), sender);
    var taking = new Taking(bot, inbound, errands, replies, threads, clock);
    this.poller = new Poller(bot, held, taking, poison, Poller.HELD, clock);
    this.thread = Thread.ofVirtual().name("telegram polling").unstarted(this::run);
  }

  Bot bot() {
    return bot;
  }

  /** Why nothing comes in; empty: it does. */
  Optional<String> trouble() {
    return poller.trouble();
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!ended) {
        Duration pause;
        try {
          pause = poller.round();
        } catch (RuntimeException e) { // our own fault; nothing is confirmed
          LOG.error("channel {}: polling goes on after {}", bot.channel(), e.getClass().getName());
          pause = PAUSE_AFTER_FAILURE;
        }
        ending.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
      }
      BotApi last = bot.api().orElse(null);
      if (last != null) {
        poller.confirm(last);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void end() {
    ended = true;
    poller.end();
    ending.release();
    held.close();
  }

  void await() throws InterruptedException {
    thread.join(LAST_BATCH);
    try {
      replies.all().get(LAST_REPLIES.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("channel {}: a reply may not have arrived before the end", bot.channel());
    }
  }
}
