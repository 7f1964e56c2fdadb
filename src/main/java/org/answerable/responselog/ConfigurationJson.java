package org.answerable.responselog;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import org.answerable.responselog.Declaration.What;
import org.answerable.responselog.Entry.ConfigurationChanged;
import org.answerable.responselog.Entry.CoversAnnounced;
import org.answerable.responselog.Entry.DeclarationChanged;
import org.answerable.responselog.Entry.FocalKeyAnnounced;
import org.answerable.responselog.Entry.LogKeyChanged;
import org.answerable.responselog.Entry.StatementKeyAnnounced;
import org.answerable.responselog.Entry.WitnessesAnnounced;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the log says of how it is kept, and by which rules, as JSON: {@code what} tells which. */
final class ConfigurationJson {
  /** The word of {@code type}. */
  static final String TYPE = "configuration changed";

  /** What another key signs from here on. */
  private static final String LOG_KEY = "log key";

  /** What covers are drawn from. */
  private static final String COVERS = "covers";

  /** Who accounts for what is not opened. */
  private static final String STATEMENT_KEY = "statement key";

  /** What opens what is said in confidence. */
  private static final String FOCAL_KEY = "focal key";

  /** Who is asked to cosign. */
  private static final String WITNESSES = "witnesses";

  private static final HexFormat HEX = HexFormat.of();

  private ConfigurationJson() {}

  static void write(ObjectNode json, ConfigurationChanged entry) {
    switch (entry) {
      case LogKeyChanged e -> json.put("what", LOG_KEY).put("key", e.key()).put("size", e.size());
      case StatementKeyAnnounced e -> json.put("what", STATEMENT_KEY).put("key", e.key());
      case FocalKeyAnnounced e ->
          json.put("what", FOCAL_KEY).put("role", e.role()).put("key", e.key());
      case CoversAnnounced e ->
          json.put("what", COVERS)
              .put("month", e.month().toString())
              .put("seed", HEX.formatHex(e.seed()))
              .put("pad", e.pad());
      case WitnessesAnnounced e -> {
        ArrayNode keys = json.put("what", WITNESSES).putArray("keys");
        e.keys().forEach(keys::add);
      }
      case DeclarationChanged e -> {
        json.put("what", e.what().word()).put("hash", HEX.formatHex(e.hash()));
        if (e.declared() != null) {
          json.set("declared", JsonMapper.shared().readTree(e.declared()));
        }
      }
    }
  }

  static ConfigurationChanged read(JsonNode json, LocalDate day) {
    String what = json.required("what").asString();
    return switch (what) {
      case COVERS ->
          new CoversAnnounced(
              day,
              YearMonth.parse(json.required("month").asString()),
              HEX.parseHex(json.required("seed").asString()),
              json.required("pad").asInt());
      case STATEMENT_KEY -> new StatementKeyAnnounced(day, json.required("key").asString());
      case FOCAL_KEY ->
          new FocalKeyAnnounced(
              day, json.required("role").asString(), json.required("key").asString());
      case LOG_KEY ->
          new LogKeyChanged(day, json.required("key").asString(), json.required("size").asLong());
      case WITNESSES ->
          new WitnessesAnnounced(
              day, json.required("keys").valueStream().map(JsonNode::asString).toList());
      default -> declaration(json, day, what);
    };
  }

  private static DeclarationChanged declaration(JsonNode json, LocalDate day, String word) {
    What what = What.ofWord(word);
    if (what == null) {
      throw new IllegalStateException("no configuration has a " + word);
    }
    byte[] hash = HEX.parseHex(json.required("hash").asString());
    JsonNode declared = json.get("declared");
    return new DeclarationChanged(
        day,
        what,
        hash,
        declared == null ? null : Declaration.of(what, declared.toString()).canonical());
  }
}
