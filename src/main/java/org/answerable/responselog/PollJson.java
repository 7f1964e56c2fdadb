package org.answerable.responselog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the log says of polls, as JSON: fields are named like the records'. */
public final class PollJson {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HexFormat HEX = HexFormat.of();
  private static final String ANYBODY = "anybody";
  private static final String WROTE_BEFORE = "wrote-before";
  private static final String CODES = "codes";

  /** Of an option: which proposal it is. */
  private static final String PROPOSAL = "proposal";

  private static final String LEFT_OUT = "leftOut";

  private PollJson() {}

  /** The word of {@code type}. */
  static String type(PollNews news) {
    return switch (news) {
      case PollNews.Announced e -> "poll announced";
      case PollNews.Cancelled e -> "poll cancelled";
      case PollNews.Removed e -> "poll text removed";
      case PollNews.Closed e -> "poll closed";
      case PollNews.Tallied e -> "tally";
      case PollNews.Late e -> "late votes";
      case PollNews.PriorityOverdue e -> "priority overdue";
      case PollNews.PriorityAnswered e -> "priority answered";
    };
  }

  static void write(ObjectNode json, PollNews news) {
    switch (news) {
      case PollNews.Announced e -> {
        write(json, e.terms().wordless());
        write(json, e.words());
        json.put("tieHash", HEX.formatHex(e.tieHash()));
      }
      case PollNews.Cancelled e -> json.put("reason", HEX.formatHex(e.reason()));
      case PollNews.Removed e ->
          json.put("of", HEX.formatHex(e.of())).put("reason", e.reason().word());
      case PollNews.Closed e ->
          json.put("ballots", HEX.formatHex(e.ballots()))
              .put("receipts", HEX.formatHex(e.receipts()))
              .put("tieSecret", HEX.formatHex(e.tieSecret()));
      case PollNews.Tallied e -> tallied(json, e);
      case PollNews.Late e -> json.put("votes", e.votes());
      case PollNews.PriorityOverdue e ->
          json.put("option", e.option()).put("due", e.due().toString());
      case PollNews.PriorityAnswered e -> answered(json, e);
    }
  }

  /** Null: it is no entry about a poll. */
  static @Nullable PollNews read(String type, JsonNode json) {
    return switch (type) {
      case "poll announced" -> announced(json);
      case "poll cancelled" -> new PollNews.Cancelled(hash(json, "reason"));
      case "poll text removed" ->
          new PollNews.Removed(
              hash(json, "of"), RedactionReason.ofWord(json.required("reason").asString()));
      case "poll closed" ->
          new PollNews.Closed(
              hash(json, "ballots"), hash(json, "receipts"), hash(json, "tieSecret"));
      case "tally" -> tally(json);
      case "late votes" -> new PollNews.Late(json.required("votes").asString());
      case "priority overdue" ->
          new PollNews.PriorityOverdue(
              json.required("option").asInt(), LocalDate.parse(json.required("due").asString()));
      case "priority answered" -> answered(json);
      default -> null;
    };
  }

  /** The terms alone, for whoever keeps them before they are announced. */
  public static byte[] write(PollTerms terms) {
    ObjectNode json = JSON.createObjectNode();
    write(json, terms);
    return JSON.writeValueAsBytes(json);
  }

  /** What {@link #write(PollTerms)} gave. */
  public static PollTerms readTerms(byte[] json) {
    return terms(JSON.readTree(json));
  }

  /** Words by language, as they stand beside the log. */
  public static String words(Map<String, String> byLanguage) {
    return JSON.writeValueAsString(new TreeMap<>(byLanguage));
  }

  /** What {@link #words} was given. */
  public static Map<String, String> readWords(String json) {
    return texts(JSON.readTree(json));
  }

  /** Hashes take the places of the words. */
  private static void write(ObjectNode json, PollHashes words) {
    json.put("question", HEX.formatHex(words.question()));
    json.put("askedBy", HEX.formatHex(words.askedBy()));
    for (int place = 0; place < words.labels().size(); place++) {
      ((ObjectNode) json.required("options").required(place))
          .put("labels", HEX.formatHex(words.labels().get(place)));
    }
    for (int place = 0; place < words.reasons().size(); place++) {
      ((ObjectNode) json.required(LEFT_OUT).required(place))
          .put("reason", HEX.formatHex(words.reasons().get(place)));
    }
  }

  private static PollNews.Announced announced(JsonNode json) {
    List<byte[]> labels = new ArrayList<>();
    json.required("options").forEach(option -> labels.add(hash(option, "labels")));
    List<byte[]> reasons = new ArrayList<>();
    json.path(LEFT_OUT).forEach(one -> reasons.add(hash(one, "reason")));
    var words = new PollHashes(hash(json, "question"), labels, hash(json, "askedBy"), reasons);
    ObjectNode rules = (ObjectNode) json.deepCopy();
    rules.putObject("question");
    rules.put("askedBy", "");
    rules.required("options").forEach(option -> ((ObjectNode) option).putObject("labels"));
    rules.path(LEFT_OUT).forEach(one -> ((ObjectNode) one).putObject("reason"));
    return new PollNews.Announced(terms(rules), words, hash(json, "tieHash"));
  }

  private static void write(ObjectNode json, PollTerms terms) {
    put(json.putObject("question"), terms.question());
    ArrayNode options = json.putArray("options");
    for (PollTerms.Option option : terms.options()) {
      ObjectNode one = options.addObject();
      put(one.putObject("labels"), option.labels());
      putNumber(one, "cost", option.cost());
      String proposal = option.proposal();
      if (proposal != null) {
        one.put(PROPOSAL, proposal);
      }
    }
    json.put("form", terms.form()).put("method", terms.method()).put("seats", terms.seats());
    putNumber(json, "budget", terms.budget());
    writeEligible(json, terms.eligible());
    json.put("opens", terms.opens().toString())
        .put("closes", terms.closes().toString())
        .put("askedBy", terms.askedBy())
        .put("copies", terms.copies())
        .put("priorities", terms.priorities());
    if (terms.reminds()) {
      json.put("reminds", true);
    }
    if (!terms.leftOut().isEmpty()) {
      ArrayNode out = json.putArray(LEFT_OUT);
      for (PollTerms.LeftOut one : terms.leftOut()) {
        put(out.addObject().put("reference", one.reference()).putObject("reason"), one.reason());
      }
    }
  }

  private static void writeEligible(ObjectNode json, Eligible eligible) {
    switch (eligible) {
      case Eligible.Anybody all -> json.put("eligible", ANYBODY);
      case Eligible.WroteBefore(LocalDate day) ->
          json.put("eligible", WROTE_BEFORE).put("wroteBefore", day.toString());
      case Eligible.Codes(int printed, boolean election) ->
          json.put("eligible", CODES).put("printed", printed).put("election", election);
    }
  }

  private static Eligible eligible(JsonNode json) {
    String word = json.required("eligible").asString();
    return switch (word) {
      case ANYBODY -> new Eligible.Anybody();
      case WROTE_BEFORE ->
          new Eligible.WroteBefore(LocalDate.parse(json.required("wroteBefore").asString()));
      case CODES ->
          new Eligible.Codes(
              json.required("printed").asInt(), json.required("election").asBoolean());
      default -> throw new IllegalStateException("nobody is eligible as " + word);
    };
  }

  /** As a text: no reader rounds it. */
  private static void putNumber(ObjectNode json, String name, @Nullable BigDecimal number) {
    if (number != null) {
      json.put(name, number.toPlainString());
    }
  }

  private static void put(ObjectNode json, Map<String, String> texts) {
    texts.forEach(json::put);
  }

  private static PollTerms terms(JsonNode json) {
    List<PollTerms.Option> options = new ArrayList<>();
    for (JsonNode option : json.required("options")) {
      options.add(
          new PollTerms.Option(
              texts(option.required("labels")),
              number(option, "cost"),
              option.has(PROPOSAL) ? option.required(PROPOSAL).asString() : null));
    }
    List<PollTerms.LeftOut> out = new ArrayList<>();
    for (JsonNode one : json.path(LEFT_OUT)) {
      out.add(
          new PollTerms.LeftOut(
              one.required("reference").asString(), texts(one.required("reason"))));
    }
    return new PollTerms(
        texts(json.required("question")),
        options,
        json.required("form").asString(),
        json.required("method").asString(),
        json.required("seats").asInt(),
        number(json, "budget"),
        eligible(json),
        LocalDate.parse(json.required("opens").asString()),
        LocalDate.parse(json.required("closes").asString()),
        json.required("askedBy").asString(),
        json.required("copies").asInt(),
        json.has("reminds"),
        json.required("priorities").asInt(),
        out);
  }

  private static Map<String, String> texts(JsonNode json) {
    Map<String, String> texts = new LinkedHashMap<>();
    json.properties().forEach(one -> texts.put(one.getKey(), one.getValue().asString()));
    return texts;
  }

  private static @Nullable BigDecimal number(JsonNode json, String name) {
    return json.has(name) ? new BigDecimal(json.required(name).asString()) : null;
  }

  private static void tallied(ObjectNode json, PollNews.Tallied e) {
    json.put("shown", e.shown());
    Integer votes = e.votes();
    if (votes != null) {
      json.put("votes", votes);
    }
    ArrayNode winners = json.putArray("winners");
    e.winners().forEach(winners::add);
    e.figures().ifPresent(figures -> json.put("figures", HEX.formatHex(figures)));
    LocalDate answerBy = e.answerBy();
    if (answerBy != null) {
      json.put("answerBy", answerBy.toString());
    }
    PollNews.Uncounted uncounted = e.uncounted();
    if (uncounted != null) {
      json.put("replaced", uncounted.replaced()).put("invalid", uncounted.invalid());
    }
    if (e.eligible() != null) {
      json.put("eligible", e.eligible());
    }
  }

  private static void answered(ObjectNode json, PollNews.PriorityAnswered e) {
    json.put("option", e.option())
        .put("role", e.role())
        .put("decision", e.decision())
        .put("response", HEX.formatHex(e.response()));
    Entry.Commitment promise = e.commitment();
    if (promise != null) {
      ResponseJson.write(json, promise);
    }
  }

  private static PollNews.PriorityAnswered answered(JsonNode json) {
    return new PollNews.PriorityAnswered(
        json.required("option").asInt(),
        json.required("role").asString(),
        json.required("decision").asString(),
        hash(json, "response"),
        ResponseJson.commitment(json));
  }

  private static PollNews.Tallied tally(JsonNode json) {
    List<Integer> winners = new ArrayList<>();
    json.required("winners").forEach(one -> winners.add(one.asInt()));
    return new PollNews.Tallied(
        json.required("shown").asString(),
        json.has("votes") ? json.required("votes").asInt() : null,
        winners,
        json.has("figures") ? Optional.of(hash(json, "figures")) : Optional.empty(),
        json.has("answerBy") ? LocalDate.parse(json.required("answerBy").asString()) : null,
        json.has("replaced")
            ? new PollNews.Uncounted(
                json.required("replaced").asString(), json.required("invalid").asString())
            : null,
        json.has("eligible") ? json.required("eligible").asString() : null);
  }

  private static byte[] hash(JsonNode json, String name) {
    return HEX.parseHex(json.required(name).asString());
  }
}
