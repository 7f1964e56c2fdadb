package org.answerable.channel.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over what one bot was told: one after another of each chat, several chats at once. It
 * returns when all of it is committed or was refused.
 */
final class Taking {
  /** Replies that take longer arrive all the same; only a crash meanwhile would lose them. */
  private static final Duration REPLIES_WITHIN = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(Taking.class);
  private final Bot bot;
  private final Inbound inbound;
  private final Errands errands;
  private final Replies replies;
  private final ExecutorService threads;
  private final InstantSource clock;

  Taking(
      Bot bot,
      Inbound inbound,
      Errands errands,
      Replies replies,
      ExecutorService threads,
      InstantSource clock) {
    this.bot = bot;
    this.inbound = inbound;
    this.errands = errands;
    this.replies = replies;
    this.threads = threads;
    this.clock = clock;
  }

  /** What became of one update. */
  sealed interface Outcome {
    /** It is committed, and its reply on its way. */
    record Taken(CompletableFuture<Void> reply) implements Outcome {}

    /** Nobody had to take it. */
    record Passed() implements Outcome {}

    /**
     * It will be told again.
     *
     * @param message null: it could not be read
     * @param ours whether it could be taken if the database were there; else it is odd itself
     * @param why the name of a class
     */
    record Refused(@Nullable IncomingMessage message, boolean ours, String why) implements Outcome {
      @Override
      public String toString() {
        return "Refused[redacted]";
      }
    }
  }

  /** By the update's number. What stands behind a refused one of the same chat is left out. */
  Map<Integer, Outcome> take(List<Update> updates) throws InterruptedException {
    var outcomes = new LinkedHashMap<Integer, Outcome>();
    var chats = new LinkedHashMap<Long, List<Update.Said>>();
    for (Update update : updates) {
      switch (update) {
        case Update.Said said ->
            chats.computeIfAbsent(said.chat(), chat -> new ArrayList<>()).add(said);
        case Update.Elsewhere elsewhere -> {
          errands.leave(bot, elsewhere.chat());
          outcomes.put(update.id(), new Outcome.Passed());
        }
        case Update.Nothing nothing -> outcomes.put(update.id(), new Outcome.Passed());
        case Update.Unreadable odd ->
            outcomes.put(update.id(), new Outcome.Refused(null, false, "unreadable"));
      }
    }
    List<Callable<Map<Integer, Outcome>>> work =
        chats.values().stream()
            .<Callable<Map<Integer, Outcome>>>map(chat -> () -> inOrder(chat))
            .toList();
    for (Future<Map<Integer, Outcome>> chat : threads.invokeAll(work)) {
      outcomes.putAll(result(chat));
    }
    awaitReplies(outcomes);
    return outcomes;
  }

  private Map<Integer, Outcome> inOrder(List<Update.Said> chat) {
    var outcomes = new LinkedHashMap<Integer, Outcome>();
    for (Update.Said said : chat) {
      Outcome outcome = take(said);
      outcomes.put(said.id(), outcome);
      if (outcome instanceof Outcome.Refused) {
        break;
      }
    }
    return outcomes;
  }

  /** Whatever it fails with: one message must not end the polling for everybody. */
  private Outcome take(Update.Said said) {
    IncomingMessage message = bot.message(said, clock.instant());
    try {
      Reply reply = inbound.take(message);
      errands.after(bot, said, reply);
      return new Outcome.Taken(replies.send(said.chat(), Call.of(said, reply)));
    } catch (Inbound.Unavailable e) {
      return new Outcome.Refused(message, true, e.getClass().getSimpleName());
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      LOG.error("channel {}: a message was not taken", bot.channel(), e);
      return new Outcome.Refused(message, false, e.getClass().getSimpleName());
    }
  }

  private static Map<Integer, Outcome> result(Future<Map<Integer, Outcome>> chat)
      throws InterruptedException {
    try {
      return chat.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a chat was not taken: " + e.getCause());
    }
  }

  private void awaitReplies(Map<Integer, Outcome> outcomes) throws InterruptedException {
    CompletableFuture<?>[] sent =
        outcomes.values().stream()
            .filter(Outcome.Taken.class::isInstance)
            .map(outcome -> ((Outcome.Taken) outcome).reply())
            .toArray(CompletableFuture<?>[]::new);
    try {
      var all = CompletableFuture.allOf(sent);
      if (replies.areTooMany()) {
        all.get();
      } else {
        all.get(REPLIES_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      // they go on, or have said in the log why not
    }
  }
}
