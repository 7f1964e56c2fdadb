package org.answerable.conversation;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.answerable.channel.Channel;
import org.answerable.channel.Channels;
import org.answerable.channel.MissedCall;
import org.answerable.channel.MissedCalls;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.Reply;
import org.answerable.channel.SendResult;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.Vault;
import org.answerable.conversation.decision.CleanText;
import org.answerable.conversation.decision.ConversationLimits;
import org.answerable.conversation.decision.Facts;
import org.answerable.conversation.decision.Phrases;
import org.answerable.conversation.decision.Situation;
import org.answerable.conversation.decision.Talk;
import org.answerable.organisation.Lines;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts a caller back, so that a call without credit is a way in. It is no response that somebody
 * waits for: what does not leave at once is not tried again.
 */
final class TextingBack implements MissedCalls {
  private static final Logger LOG = LoggerFactory.getLogger(TextingBack.class);
  private final Organisations organisations;
  private final Lines lines;
  private final Vault vault;
  private final Seals seals;
  private final Phrases phrases;
  private final CallersToday callers;
  private final Channels channels;
  private final Executor pool = pool();

  TextingBack(
      Organisations organisations,
      Lines lines,
      Vault vault,
      Seals seals,
      Phrases phrases,
      CallersToday callers,
      Channels channels) {
    this.organisations = organisations;
    this.lines = lines;
    this.vault = vault;
    this.seals = seals;
    this.phrases = phrases;
    this.callers = callers;
    this.channels = channels;
  }

  private static Executor pool() {
    int callers = ConversationLimits.CALLERS_AT_ONCE;
    return new ThreadPoolExecutor(
        callers,
        callers,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(ConversationLimits.CALLERS_A_DAY),
        Thread.ofVirtual().name("call").factory());
  }

  @Override
  public void missed(MissedCall call) {
    Organisation home = organisations.get(call.organisation());
    channels
        .unwatched(call.from().channel())
        .filter(channel -> lines.isOpen(home))
        .ifPresent(channel -> answerSoon(home, channel, call));
  }

  private void answerSoon(Organisation home, Channel channel, MissedCall call) {
    try {
      pool.execute(() -> answer(home, channel, call));
    } catch (RejectedExecutionException e) {
      untold(channel, "too many calls at once");
    }
  }

  private void answer(Organisation home, Channel channel, MissedCall call) {
    try {
      Constituent person = vault.who(home, call.from(), home.day(call.at()));
      if (person.stopped() || person.settings().silent() || !isFirstToday(home, call)) {
        return;
      }
      switch (channel.send(new OutgoingMessage(call.from(), text(home, person, call)))) {
        case SendResult.Sent sent -> {}
        case SendResult.OptedOut optedOut -> vault.stop(home.id(), person.who());
        case SendResult.Gone gone -> vault.forget(home.id(), person.who());
        case SendResult.Retry retry -> untold(channel, retry.why());
        case SendResult.Uncertain uncertain -> untold(channel, uncertain.why());
        case SendResult.Failed failed -> untold(channel, failed.why());
      }
    } catch (RuntimeException e) { // only the name: a message may quote
      LOG.warn("a caller was not texted: {}", e.getClass().getSimpleName());
    }
  }

  private static void untold(Channel channel, String why) {
    LOG.info("channel {}: a caller was not texted: {}", channel.id(), why);
  }

  private boolean isFirstToday(Organisation home, MissedCall call) {
    return callers.note(
        home.id(),
        vault.lookup(home, call.from()),
        seals.callId(call),
        home.day(call.at()),
        ConversationLimits.CALLERS_A_DAY);
  }

  private String text(Organisation home, Constituent person, MissedCall call) {
    var situation =
        new Situation(home, person, Talk.begin(call.at()), CleanText.of(""), Facts.NONE, call.at());
    Reply reply = phrases.say(situation, "missed-call");
    return reply.texts().getFirst().body();
  }
}
