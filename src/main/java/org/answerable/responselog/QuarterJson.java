package org.answerable.responselog;

import static org.answerable.responselog.EntryJson.day;
import static org.answerable.responselog.EntryJson.number;

import java.time.LocalDate;
import org.answerable.responselog.Entry.InConfidence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The numbers of a quarter as JSON. */
final class QuarterJson {
  private QuarterJson() {}

  static void write(ObjectNode json, InConfidence e) {
    json.put("quarter", e.quarter().toString())
        .put("received", e.received())
        .put("answered", e.answered())
        .put("late", e.late())
        .put("setAside", e.setAside());
  }

  static InConfidence read(JsonNode json, LocalDate day) {
    return new InConfidence(
        day,
        day(json, "quarter"),
        number(json, "received"),
        number(json, "answered"),
        number(json, "late"),
        number(json, "setAside"));
  }
}
