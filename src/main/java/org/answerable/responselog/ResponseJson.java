package org.answerable.responselog;

import static org.answerable.responselog.EntryJson.day;
import static org.answerable.responselog.EntryJson.hash;
import static org.answerable.responselog.EntryJson.text;

import java.time.LocalDate;
import java.util.HexFormat;
import org.answerable.responselog.Entry.Commitment;
import org.answerable.responselog.Entry.Referral;
import org.answerable.responselog.Entry.ResponsePublished;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A published response, with what it promises, as JSON. */
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
      json.putObject("commitment")
          .put("ownerRole", promise.ownerRole())
          .put("due", promise.due().toString())
          .put("what", HEX.formatHex(promise.what()));
    }
    Referral referral = e.referral();
    if (referral != null) {
      json.putObject("referral")
          .put("due", referral.due().toString())
          .put("body", HEX.formatHex(referral.body()));
    }
  }

  static ResponsePublished read(JsonNode json, LocalDate day) {
    JsonNode promise = json.get("commitment");
    JsonNode referral = json.get("referral");
    return new ResponsePublished(
        day,
        text(json, "reference"),
        text(json, "role"),
        text(json, "decision"),
        hash(json, "response"),
        promise == null
            ? null
            : new Commitment(
                text(promise, "ownerRole"), day(promise, "due"), hash(promise, "what")),
        referral == null ? null : new Referral(day(referral, "due"), hash(referral, "body")));
  }
}
