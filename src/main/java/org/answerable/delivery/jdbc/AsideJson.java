package org.answerable.delivery.jdbc;

import java.time.Instant;
import org.answerable.channel.Address;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Manner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A message that was set aside, as it is sealed. */
final class AsideJson {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String QUESTION = "question";
  private static final String SOON = "soon";
  private static final String OF = "of";
  private static final String SENT = "sent";

  private AsideJson() {}

  static byte[] write(IncomingMessage message) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", message.id()).put("address", message.address().value());
    json.put("text", message.text());
    String manner =
        switch (message.manner()) {
          case Manner.Wrote wrote -> {
            json.put(SENT, message.at().toString());
            yield "wrote";
          }
          case Manner.Answered answered -> "answered";
          case Manner.Pressed pressed -> {
            json.put(QUESTION, pressed.question());
            yield "pressed";
          }
          case Manner.Captioned captioned -> "captioned";
          case Manner.Wordless wordless -> "wordless";
          case Manner.Edited edited -> {
            json.put(SOON, edited.soon()).put(OF, edited.of());
            yield "edited";
          }
          case Manner.Late(Instant sent) -> {
            json.put(SENT, sent.toString());
            yield "late";
          }
          case Manner.Began began -> "began";
          case Manner.Left left -> "left";
          case Manner.Returned returned -> "returned";
        };
    return JSON.writeValueAsBytes(json.put("manner", manner));
  }

  /**
   * @param now when it is tried again
   */
  static IncomingMessage read(byte[] bytes, String organisation, String channel, Instant now) {
    JsonNode json = JSON.readTree(bytes);
    return new IncomingMessage(
        organisation,
        json.get("id").asString(),
        new Address(channel, json.get("address").asString()),
        json.get("text").asString(),
        manner(json),
        now);
  }

  private static Manner late(JsonNode json) {
    return new Manner.Late(Instant.parse(json.get(SENT).asString()));
  }

  private static Manner manner(JsonNode json) {
    return switch (json.get("manner").asString()) {
      case "answered" -> new Manner.Answered();
      case "pressed" -> new Manner.Pressed(json.get(QUESTION).asString());
      case "captioned" -> new Manner.Captioned();
      case "wordless" -> new Manner.Wordless();
      case "edited" -> new Manner.Edited(json.get(SOON).asBoolean(), json.path(OF).asString(""));
      case "late" -> late(json);
      case "began" -> new Manner.Began();
      case "left" -> new Manner.Left();
      case "returned" -> new Manner.Returned();
      // a number that is typed answers what was asked then, and a vote replaces no newer one
      default -> json.has(SENT) ? late(json) : new Manner.Wrote();
    };
  }
}
