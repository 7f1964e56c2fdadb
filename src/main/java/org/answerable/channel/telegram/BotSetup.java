package org.answerable.channel.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.answerable.organisation.ChannelConfig.Telegram.Mode;
import org.answerable.organisation.Organisation;
import org.answerable.platform.web.PageTexts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * What a bot tells Telegram at a start: where its messages go, and what it says of itself in each
 * language. What is wrong is said in words, with what to do; nothing else waits for it.
 */
final class BotSetup {
  private static final Logger LOG = LoggerFactory.getLogger(BotSetup.class);

  /** What a bot is told of; of all else nothing. */
  private static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "my_chat_member");

  /** Words that a menu shows beside the field where people write. */
  private static final List<String> COMMANDS =
      List.of("help", "lang", "privacy", "clear", "forget", "stop");

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final Bot bot;
  private final BotApi api;
  private final Organisation home;
  private final String publicUrl;
  private final CountDownLatch tried = new CountDownLatch(1);
  private volatile String state = "has not been asked yet";

  BotSetup(Bot bot, BotApi api, Organisation home, String publicUrl) {
    this.bot = bot;
    this.api = api;
    this.home = home;
    this.publicUrl = publicUrl;
  }

  String channel() {
    return bot.channel();
  }

  static void writeKinds(JsonGenerator json) {
    json.writeArrayPropertyStart("allowed_updates");
    KINDS.forEach(json::writeString);
    json.writeEndArray();
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
      return switch (api.call(new Call("getMe", json -> {}))) {
        case Answer.Done me -> isStillToBeListenedTo(name(me.body()));
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
      case Answer.Refused(int status, boolean blocked, Duration after)
          when status < Answer.TOO_MANY -> {
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
        "setWebhook",
        json -> {
          json.writeStringProperty("url", url());
          json.writeStringProperty("secret_token", bot.config().secretToken());
          writeKinds(json);
        });
  }

  private String url() {
    return publicUrl + "/channels/telegram/" + bot.channel();
  }

  private void works(String name) throws InterruptedException {
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
    calls.add(about("setMyCommands", language, json -> commands(json, texts)));
    calls.add(
        about(
            "setMyDescription",
            language,
            json ->
                json.writeStringProperty(
                    "description", texts.get("telegram.description", home.name()))));
    calls.add(
        about(
            "setMyShortDescription",
            language,
            json ->
                json.writeStringProperty(
                    "short_description", texts.get("telegram.short", home.name()))));
  }

  private static Call about(String method, @Nullable String language, Call.Writing writing) {
    return new Call(
        method,
        json -> {
          writing.write(json);
          if (language != null) {
            json.writeStringProperty("language_code", language);
          }
        });
  }

  private static void commands(JsonGenerator json, PageTexts texts) {
    json.writeArrayPropertyStart("commands");
    for (String command : COMMANDS) {
      String text = texts.get("telegram.command." + command);
      int colon = text.indexOf(':');
      json.writeStartObject();
      json.writeStringProperty("command", text.substring(0, colon));
      json.writeStringProperty("description", text.substring(colon + 1).strip());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectPropertyStart("scope");
    json.writeStringProperty("type", "all_private_chats");
    json.writeEndObject();
  }

  /** The bot's own, by which people find it. */
  private static String name(byte[] me) {
    var name = new StringBuilder();
    try (JsonParser parser = Fields.JSON.createParser(ObjectReadContext.empty(), me)) {
      var json = new Fields(parser);
      if (json.begins()) {
        json.object(
            field -> {
              if (field.equals("result")) {
                json.object(
                    inner -> {
                      if (inner.equals("username")) {
                        name.append(json.text());
                      } else {
                        json.skip();
                      }
                    });
              } else {
                json.skip();
              }
            });
      }
    }
    return name.toString();
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
