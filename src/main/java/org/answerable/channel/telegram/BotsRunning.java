package org.answerable.channel.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.answerable.channel.Hearing;
import org.answerable.channel.Inbound;
import org.answerable.organisation.ChannelConfig.Telegram.Mode;
import org.answerable.organisation.Organisations;
import org.answerable.platform.StartNote;
import org.answerable.platform.web.Notice;
import org.answerable.platform.web.OpenBots;
import org.answerable.platform.web.StandingNotices;
import org.springframework.context.SmartLifecycle;

/** The bots at work as long as the application runs: each is set up, and polled if it is to be. */
final class BotsRunning implements SmartLifecycle, StartNote, StandingNotices, OpenBots, Hearing {
  /** How many messages are taken at once from all bots that are polled. */
  private static final int AT_ONCE = 8;

  /** A start says how a bot is, if Telegram says so soon. */
  private static final Duration STATE_WITHIN = Duration.ofSeconds(5);

  private final Bots bots;
  private final Organisations organisations;
  private final Inbound inbound;
  private final Errands errands;
  private final Poison poison;
  private final InstantSource clock;
  private final String publicUrl;
  private final List<Thread> setups = new ArrayList<>();
  private final List<BotSetup> states = new CopyOnWriteArrayList<>();
  private final List<PolledBot> polled = new ArrayList<>();
  private volatile boolean running;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("telegram-", 0).factory());

  BotsRunning(
      Bots bots,
      Organisations organisations,
      Inbound inbound,
      Errands errands,
      Poison poison,
      InstantSource clock,
      String publicUrl) {
    this.bots = bots;
    this.organisations = organisations;
    this.inbound = inbound;
    this.errands = errands;
    this.poison = poison;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  @Override
  public void start() {
    running = true;
    bots.all().forEach(bot -> bot.api().ifPresent(api -> start(bot, api)));
  }

  private void start(Bot bot, BotApi api) {
    var setup = new BotSetup(bot, api, organisations.get(bot.organisation()), publicUrl);
    states.add(setup);
    setups.add(Thread.ofVirtual().name("telegram set-up").start(() -> run(setup)));
    if (bot.config().mode() == Mode.POLLING) {
      bot.sender()
          .map(sender -> new PolledBot(bot, sender, inbound, errands, poison, threads, clock))
          .ifPresent(
              one -> {
                polled.add(one);
                one.start();
              });
    }
  }

  private static void run(BotSetup setup) {
    try {
      setup.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Ends between two messages, so that the next start repeats nothing. */
  @Override
  public void stop() {
    running = false;
    setups.forEach(Thread::interrupt);
    polled.forEach(PolledBot::end);
    try {
      for (PolledBot one : polled) {
        one.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdown();
    bots.close();
  }

  @Override
  public String text() {
    var text = new StringBuilder();
    try {
      for (int i = 0; i < states.size(); i++) {
        BotSetup setup = states.get(i);
        text.append("  a bot         ").append(setup.bot().channel()).append(": ");
        text.append(setup.state(STATE_WITHIN)).append('\n');
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return text.toString();
  }

  @Override
  public List<String> names(String organisation) {
    return states.stream()
        .filter(setup -> setup.bot().organisation().equals(organisation))
        .map(BotSetup::name)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  @Override
  public Optional<String> trouble(String channel) {
    return polled.stream()
        .filter(one -> one.bot().channel().equals(channel))
        .flatMap(one -> one.trouble().stream())
        .findFirst();
  }

  /** That nothing comes in is for leaders to know. */
  @Override
  public List<Notice> of(String organisation) {
    List<String> troubles =
        polled.stream()
            .filter(one -> one.bot().organisation().equals(organisation))
            .flatMap(one -> one.trouble().stream().map(why -> one.bot().channel() + ": " + why))
            .toList();
    return troubles.isEmpty()
        ? List.of()
        : List.of(
            new Notice(
                "Nothing that people write to your bot arrives here. Ask whoever"
                    + " keeps your server to look into it (docs/operations.md, Telegram).",
                troubles));
  }
}
