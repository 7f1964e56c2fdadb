package org.answerable.confidential;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.answerable.confidential.Unopened.What;
import org.answerable.organisation.Kind;
import org.answerable.responselog.LogCommitment;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands inside the seal, as the focal point's browser reads it: one JSON object with {@code
 * words}, {@code kind}, {@code topic}, {@code firstHour}, {@code salt}, {@code innerSalt} (hex) and
 * {@code step}, the number of the six hours in which it came, counted from 1970. What is not known
 * is left out.
 */
public final class SealedWords {
  /** How exactly the moment of a text is kept. */
  public static final Duration STEP = Duration.ofHours(6);

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HexFormat HEX = HexFormat.of();

  private SealedWords() {}

  /** Of what a person said. */
  public static byte[] of(Confided text) {
    ObjectNode json = JSON.createObjectNode();
    json.put("words", text.words());
    Kind kind = text.kind();
    if (kind != null) {
      json.put("kind", kind.word());
    }
    if (text.topic() != null) {
      json.put("topic", text.topic());
    }
    if (text.firstHour()) {
      json.put("firstHour", true);
    }
    json.put("salt", HEX.formatHex(text.salt()));
    json.put("innerSalt", HEX.formatHex(text.innerSalt()));
    Instant at = text.at();
    if (at != null) {
      json.put("step", step(at));
    }
    return JSON.writeValueAsBytes(json);
  }

  /**
   * What the commitment of such a text is.
   *
   * @param plain what {@link #of} gave
   * @throws IllegalArgumentException when it is something else
   */
  public static Unopened unopened(byte[] plain, String reference) {
    JsonNode json = read(plain);
    byte[] innerSalt = HEX.parseHex(json.path("innerSalt").asString(""));
    byte[] textHash = LogCommitment.textHash(innerSalt, json.path("words").asString(""));
    return new Unopened(
        What.CONFIDED, HEX.parseHex(json.path("salt").asString("")), textHash, reference);
  }

  private static JsonNode read(byte[] plain) {
    try {
      return JSON.readTree(plain);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is no text that was sealed here", e);
    }
  }

  /** Of what a focal point answered. */
  public static byte[] ofAnswer(String words) {
    return JSON.writeValueAsBytes(JSON.createObjectNode().put("words", words));
  }

  /** Where it stands: the {@code info} of its seal, so that it opens nowhere else. */
  public static byte[] place(String organisation, UUID text) {
    return ("answerable confided v1/" + organisation + "/" + text).getBytes(StandardCharsets.UTF_8);
  }

  private static long step(Instant at) {
    return at.getEpochSecond() / STEP.toSeconds();
  }
}
