package org.answerable.channel.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/** What came of a call. */
sealed interface Answer {
  int TOO_MANY = 429;
  int SERVER_ERRORS = 500;

  /**
   * It was done.
   *
   * @param body the whole JSON
   * @param message the id of the message that it made; 0: it made none
   */
  record Done(byte[] body, long message) implements Answer {
    @Override
    public String toString() {
      return "Done[redacted]";
    }
  }

  /**
   * Telegram said no.
   *
   * @param blocked the person has stopped the bot
   * @param after when it may be asked again, where it says so
   */
  record Refused(int status, boolean blocked, @Nullable Duration after) implements Answer {
    /** The token is nobody's; of one that has not even the form of one Telegram knows no path. */
    boolean isForeign() {
      return status == 401 || status == 404;
    }

    /** Another program asks for this bot's messages, or a webhook does. */
    boolean isDoubled() {
      return status == 409;
    }
  }

  /**
   * Nothing was sent.
   *
   * @param why the name of a class
   */
  record Unsent(String why) implements Answer {
    @Override
    public String toString() {
      return "Unsent[redacted]";
    }
  }

  /**
   * It was sent, and perhaps done.
   *
   * @param why the name of a class, or a sentence of ours
   */
  record Unanswered(String why) implements Answer {
    @Override
    public String toString() {
      return "Unanswered[redacted]";
    }
  }

  /**
   * Reads it as it came. Of Telegram's sentences only one word counts: they may quote.
   *
   * @see <a href="https://core.telegram.org/bots/api#making-requests">Telegram: making requests</a>
   */
  static Answer of(int status, byte[] body) {
    try (JsonParser parser = Fields.JSON.createParser(ObjectReadContext.empty(), body)) {
      var json = new Fields(parser);
      var read = new Reading(json);
      if (json.begins() && json.object(read::field) && status == 200 && read.done) {
        return new Done(body, read.message);
      }
      return status == 200
          ? new Unanswered("an answer that is none of Telegram's")
          : new Refused(status, read.blocked, read.after);
    } catch (JacksonException broken) {
      return status == 200
          ? new Unanswered("an answer that is no JSON")
          : new Refused(status, false, null);
    }
  }

  /** The fields that count. */
  final class Reading {
    private final Fields json;
    private boolean done;
    private long message;
    private boolean blocked;
    private @Nullable Duration after;

    private Reading(Fields json) {
      this.json = json;
    }

    private void field(String name) {
      switch (name) {
        case "ok" -> done = json.truth();
        case "description" -> blocked = json.text().contains("blocked");
        case "parameters" -> json.object(this::parameter);
        case "result" -> {
          if (json.isObject()) {
            json.object(this::result);
          } else {
            json.skip();
          }
        }
        default -> json.skip();
      }
    }

    private void parameter(String name) {
      if (name.equals("retry_after")) {
        after = Duration.ofSeconds(Math.clamp(json.number(), 0, Integer.MAX_VALUE));
      } else {
        json.skip();
      }
    }

    private void result(String name) {
      if (name.equals("message_id")) {
        message = json.number();
      } else {
        json.skip();
      }
    }
  }
}
