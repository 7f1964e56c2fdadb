package org.answerable.responselog;

import static org.answerable.responselog.EntryJson.day;
import static org.answerable.responselog.EntryJson.hash;
import static org.answerable.responselog.EntryJson.text;

import java.time.LocalDate;
import java.util.HexFormat;
import org.answerable.responselog.Entry.Commitment;
import org.answerable.responselog.Entry.Referral;
import org.answerable.responselog.Entry.ResponsePublished;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A published response as JSON; and what it promises, as an answer about a priority does too. */
final class ResponseJson {
  private static final HexFormat HEX = HexFormat.of();

  private ResponseJson() {}

  static void write(ObjectNode json, ResponsePublished e) {
    json.put("reference", e.reference())
        .put("role", e.role())
        .put("decision", e.decision())
        .put("response", HEX.formatHex(e.response()));
    Commitment promise = e.commitment();
    if (promise != null) {
      write(json, promise);
    }
    Referral referral = e.referral();
    if (referral != null) {
      json.putObject("referral")
          .put("due", referral.due().toString())
          .put("body", HEX.formatHex(referral.body()));
    }
  }

  static ResponsePublished read(JsonNode json, LocalDate day) {
    JsonNode referral = json.get("referral");
    return new ResponsePublished(
        day,
        text(json, "reference"),
        text(json, "role"),
        text(json, "decision"),
        hash(json, "response"),
        commitment(json),
        referral == null ? null : new Referral(day(referral, "due"), hash(referral, "body")));
  }

  static void write(ObjectNode json, Commitment promise) {
    json.putObject("commitment")
        .put("ownerRole", promise.ownerRole())
        .put("due", promise.due().toString())
        .put("what", HEX.formatHex(promise.what()));
  }

  static @Nullable Commitment commitment(JsonNode json) {
    JsonNode promise = json.get("commitment");
    return promise == null
        ? null
        : new Commitment(text(promise, "ownerRole"), day(promise, "due"), hash(promise, "what"));
  }
}
