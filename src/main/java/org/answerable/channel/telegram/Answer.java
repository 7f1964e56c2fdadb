package org.answerable.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ApiResponse;

/** What came of a call. */
sealed interface Answer extends Serializable {
  int TOO_MANY = 429;
  int SERVER_ERRORS = 500;

  /**
   * It was done.
   *
   * @param result what Telegram says of it, which may name people
   */
  record Done(JsonNode result) implements Answer {
    @Override
    public String toString() {
      return "Done[redacted]";
    }
  }

  /**
   * Telegram said no.
   *
   * @param after when it may be asked again, where it says so
   */
  record Refused(int status, Reason reason, @Nullable Duration after) implements Answer {
    /** Of a status, and no more. */
    Refused(int status) {
      this(status, Reason.OTHER, null);
    }

    /** The token is nobody's; of one that has not even the form of one Telegram knows no path. */
    boolean isForeign() {
      return status == 401 || status == 404;
    }

    /** Another program asks for this bot's messages, or a webhook does. */
    boolean isDoubled() {
      return status == 409;
    }
  }

  /** Of Telegram's sentences only these words count: they may quote. */
  enum Reason {
    /** The person has stopped the bot. */
    STOPPED("blocked"),
    /** There is nobody any more. */
    GONE("user is deactivated", "bot was kicked"),
    OTHER("");

    private final String[] words;

    Reason(String... words) {
      this.words = words;
    }

    private static Reason of(@Nullable String description) {
      for (Reason reason : values()) {
        for (String word : reason.words) {
          if (description != null && description.contains(word)) {
            return reason;
          }
        }
      }
      return OTHER;
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
   * Reads it as it came.
   *
   * @see <a href="https://core.telegram.org/bots/api#making-requests">Telegram: making requests</a>
   */
  static Answer of(String json) {
    ApiResponse<JsonNode> response;
    try {
      response = TelegramJson.MAPPER.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException broken) {
      return new Unanswered("an answer that is no JSON");
    }
    if (response != null && Boolean.TRUE.equals(response.getOk())) {
      JsonNode result = response.getResult();
      return new Done(result == null ? MissingNode.getInstance() : result);
    }
    if (response == null || response.getErrorCode() == null) {
      return new Unanswered("an answer that is none of Telegram's");
    }
    return new Refused(
        response.getErrorCode(), Reason.of(response.getErrorDescription()), after(response));
  }

  private static @Nullable Duration after(ApiResponse<?> response) {
    Integer seconds =
        response.getParameters() == null ? null : response.getParameters().getRetryAfter();
    return seconds == null ? null : Duration.ofSeconds(Math.max(0, seconds));
  }
}
