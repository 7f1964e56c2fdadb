package org.answerable.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * What {@code getUpdates} brought. Each update is read by itself, so that one that nobody can read
 * does not keep the others away.
 *
 * @see <a href="https://core.telegram.org/bots/api#getupdates">Telegram: getUpdates</a>
 */
final class Updates {
  private Updates() {}

  /**
   * @param body that was found to be JSON
   */
  static List<Update> in(byte[] body) {
    var updates = new ArrayList<Update>();
    try (JsonParser parser = Fields.JSON.createParser(ObjectReadContext.empty(), body)) {
      var json = new Fields(parser);
      if (json.begins()) {
        json.object(
            name -> {
              if (name.equals("result") && parser.currentToken() == JsonToken.START_ARRAY) {
                each(parser, body, updates);
              } else {
                json.skip();
              }
            });
      }
    }
    return updates;
  }

  private static void each(JsonParser parser, byte[] body, List<Update> updates) {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      int from = (int) parser.currentTokenLocation().getByteOffset();
      parser.skipChildren();
      int to = (int) parser.currentLocation().getByteOffset();
      UpdateReader.read(body, from, to - from).ifPresent(updates::add);
    }
  }
}
