package org.answerable.channel.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.answerable.organisation.ChannelConfig.Telegram.Mode;
import org.answerable.organisation.Organisation;
import org.answerable.platform.web.PageTexts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;

/**
 * What a bot tells Telegram at a start: where its messages go, and what it says of itself in each
 * language. What is wrong is said in words, with what to do; nothing else waits for it.
 */
final class BotSetup {
  private static final Logger LOG = LoggerFactory.getLogger(BotSetup.class);

  /** What a bot is told of; of all else nothing. */
  static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "my_chat_member");

  /** Words that a menu shows beside the field where people write. */
  private static final List<String> COMMANDS =
      List.of("help", "lang", "privacy", "clear", "forget", "stop");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final Bot bot;
  private final BotApi api;
  private final Organisation home;
  private final String publicUrl;
  private final CountDownLatch tried = new CountDownLatch(1);
  private volatile String state = "has not been asked yet";
  private volatile String name = "";

  BotSetup(Bot bot, BotApi api, Organisation home, String publicUrl) {
    this.bot = bot;
    this.api = api;
    this.home = home;
    this.publicUrl = publicUrl;
  }

  Bot bot() {
    return bot;
  }

  /** By which people find it at Telegram; empty: it does not work, or not yet. */
  String name() {
    return name;
  }

  /** Until Telegram has heard all of it, or has said no. */
  void run() throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (isToBeTriedAgain()) {
      Thread.sleep(pause);
      pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
    }
  }

  /** How it stands, once it was tried, or after a while. */
  String state(Duration wait) throws InterruptedException {
    tried.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    return state;
  }

  private boolean isToBeTriedAgain() throws InterruptedException {
    try {
      return switch (api.call(new Call(new GetMe()))) {
        case Answer.Done me -> isStillToBeListenedTo(me.result().path("username").asText(""));
        case Answer.Refused refused when refused.isForeign() -> {
          tell(
              "Telegram does not know its token. Open @BotFather in Telegram, /mybots, choose the"
                  + " bot, API Token; put that into the variable that \"token\" names in the"
                  + " organisation's file, and start again");
          yield false;
        }
        case Answer other -> {
          tellAway(other);
          yield true;
        }
      };
    } finally {
      tried.countDown();
    }
  }

  private boolean isStillToBeListenedTo(String name) throws InterruptedException {
    if (bot.config().mode() == Mode.POLLING) {
      works(name);
      return false;
    }
    return switch (api.call(webhook())) {
      case Answer.Done done -> {
        works(name);
        yield false;
      }
      case Answer.Refused refused when refused.status() < Answer.TOO_MANY -> {
        tell(
            "Telegram does not take the address of its webhook, %s. It calls https alone, with a"
                    .formatted(url())
                + " valid certificate, at port 443, 80, 88 or 8443: mend answerable.public-url, or"
                + " write mode: polling");
        yield false;
      }
      case Answer other -> {
        tellAway(other);
        yield true;
      }
    };
  }

  private Call webhook() {
    return new Call(
        SetWebhook.builder()
            .url(url())
            .secretToken(bot.config().secretToken())
            .allowedUpdates(KINDS)
            .build());
  }

  private String url() {
    return publicUrl + "/channels/telegram/" + bot.channel();
  }

  private void works(String given) throws InterruptedException {
    name = NAME.matcher(given).matches() ? given : "";
    state = name.isEmpty() ? "works" : "works: https://t.me/" + name;
    introduce();
  }

  /** How it looks; a bot that Telegram doesn't let change that works all the same. */
  private void introduce() throws InterruptedException {
    for (Call call : introductions()) {
      if (!(api.call(call) instanceof Answer.Done)) {
        LOG.info("channel {}: its menu and description stay as they were", bot.channel());
        return;
      }
    }
  }

  /** In each language, and in the first for everybody else. */
  private List<Call> introductions() {
    var calls = new ArrayList<Call>();
    introduce(calls, PageTexts.in(home.defaultLanguage()), null);
    home.languages().stream()
        .filter(PageTexts.LANGUAGES::contains)
        .forEach(language -> introduce(calls, PageTexts.in(language), language));
    return calls;
  }

  private void introduce(List<Call> calls, PageTexts texts, @Nullable String language) {
    calls.add(
        new Call(
            SetMyCommands.builder()
                .commands(COMMANDS.stream().map(command -> command(texts, command)).toList())
                .scope(new BotCommandScopeAllPrivateChats())
                .languageCode(language)
                .build()));
    calls.add(
        new Call(new SetMyDescription(texts.get("telegram.description", home.name()), language)));
    calls.add(
        new Call(new SetMyShortDescription(texts.get("telegram.short", home.name()), language)));
  }

  private static BotCommand command(PageTexts texts, String command) {
    String text = texts.get("telegram.command." + command);
    int colon = text.indexOf(':');
    return new BotCommand(text.substring(0, colon), text.substring(colon + 1).strip());
  }

  private void tellAway(Answer answer) {
    String why =
        switch (answer) {
          case Answer.Unsent(String name) -> name;
          case Answer.Unanswered(String name) -> name;
          case Answer.Refused refused -> "HTTP " + refused.status();
          case Answer.Done done -> "";
        };
    tell(
        "Telegram can't be reached (%s); it is tried again, and Telegram keeps for a day what"
                .formatted(why)
            + " people write meanwhile. Look whether this machine reaches the internet");
  }

  /** Once as long as it lasts. */
  private void tell(String what) {
    if (!what.equals(state)) {
      LOG.warn("channel {}: {}", bot.channel(), what);
      state = what;
    }
  }
}
