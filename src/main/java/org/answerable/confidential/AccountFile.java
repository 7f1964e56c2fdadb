package org.answerable.confidential;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a focal point takes home to account for a log: nothing in it opens without their passphrase.
 *
 * @param size of the tree up to which all is decided; it has no notes about later entries
 * @param key the name of theirs
 * @param open the public half
 * @param wrapped the private half, under the passphrase
 * @param seeds of months' covers
 * @param slots numbers of those that had covers: where to look, for covers derive from seeds alone
 * @param texts that people confided, sealed to the key: those that open are in confidence
 * @param notes about other commitments, sealed to the key
 */
record AccountFile(
    String organisation,
    long size,
    String key,
    byte[] open,
    byte[] wrapped,
    List<Seed> seeds,
    List<Long> slots,
    List<SealedReport> texts,
    List<byte[]> notes) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FORM = "answerable account v1";

  AccountFile {
    seeds = List.copyOf(seeds);
    slots = List.copyOf(slots);
    texts = List.copyOf(texts);
    notes = List.copyOf(notes);
  }

  /** What a month's covers are drawn from, sealed to the key. */
  record Seed(String month, byte[] sealed) {}

  byte[] bytes() {
    ObjectNode json =
        JSON.createObjectNode()
            .put("form", FORM)
            .put("organisation", organisation)
            .put("size", size)
            .put("key", key)
            .put("open", base64(open))
            .put("wrapped", base64(wrapped));
    ArrayNode months = json.putArray("seeds");
    seeds.forEach(
        seed -> months.addObject().put("month", seed.month).put("sealed", base64(seed.sealed)));
    ArrayNode numbers = json.putArray("slots");
    slots.forEach(numbers::add);
    ArrayNode confided = json.putArray("texts");
    texts.forEach(
        one ->
            confided
                .addObject()
                .put("text", one.text().toString())
                .put("reference", one.reference())
                .put("sealed", base64(one.sealed()))
                .put("note", base64(one.note())));
    ArrayNode all = json.putArray("notes");
    notes.forEach(note -> all.add(base64(note)));
    return JSON.writeValueAsBytes(json);
  }

  /**
   * What {@link #bytes} gave.
   *
   * @throws IllegalArgumentException when it is no such file
   */
  static AccountFile of(byte[] bytes) {
    try {
      JsonNode json = JSON.readTree(bytes);
      if (!json.path("form").asString("").equals(FORM)) {
        throw new IllegalArgumentException("it is no file to account with");
      }
      return new AccountFile(
          json.path("organisation").asString(""),
          json.path("size").asLong(),
          json.path("key").asString(""),
          bytes(json.path("open")),
          bytes(json.path("wrapped")),
          json.path("seeds")
              .valueStream()
              .map(seed -> new Seed(seed.path("month").asString(""), bytes(seed.path("sealed"))))
              .toList(),
          json.path("slots").valueStream().map(JsonNode::asLong).toList(),
          json.path("texts").valueStream().map(AccountFile::text).toList(),
          json.path("notes").valueStream().map(AccountFile::bytes).toList());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is no file to account with", e);
    }
  }

  private static SealedReport text(JsonNode one) {
    return new SealedReport(
        UUID.fromString(one.path("text").asString("")),
        one.path("reference").asString(""),
        bytes(one.path("sealed")),
        bytes(one.path("note")));
  }

  private static byte[] bytes(JsonNode base64) {
    return Base64.getDecoder().decode(base64.asString(""));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "AccountFile[redacted]";
  }
}
