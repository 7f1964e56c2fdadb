package org.answerable.load;

import org.answerable.testing.StandInTelegram;

/** Messages to a bot as Telegram delivers them, with the secret token. */
record TelegramProvider() implements Provider {
  private static final long FIRST_CHAT = 700_000_000;
  private static final String UPDATE =
      """
      {"update_id":%1$d,"message":{"message_id":%1$d,\
      "from":{"id":%2$d,"is_bot":false,"first_name":"Z","language_code":"en"},\
      "chat":{"id":%2$d,"first_name":"Z","type":"private"},"date":%3$d,"text":"%4$s"}}\
      """;

  @Override
  public Post post(Texts.Text text) {
    return new Post(
        "application/json",
        "X-Telegram-Bot-Api-Secret-Token: " + StandInTelegram.SECRET,
        UPDATE.formatted(
            1 + text.number(),
            FIRST_CHAT + text.person(),
            System.currentTimeMillis() / 1000,
            text.words()));
  }

  @Override
  public String replied() {
    return "\"sendMessage\"";
  }
}
