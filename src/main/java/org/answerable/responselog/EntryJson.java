package org.answerable.responselog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import org.answerable.organisation.Kind;
import org.answerable.responselog.Entry.Accounted;
import org.answerable.responselog.Entry.AdditionOpened;
import org.answerable.responselog.Entry.CommitmentKept;
import org.answerable.responselog.Entry.CommitmentMissed;
import org.answerable.responselog.Entry.Committed;
import org.answerable.responselog.Entry.ConfigurationChanged;
import org.answerable.responselog.Entry.Correction;
import org.answerable.responselog.Entry.Echoed;
import org.answerable.responselog.Entry.InConfidence;
import org.answerable.responselog.Entry.OfPoll;
import org.answerable.responselog.Entry.Opened;
import org.answerable.responselog.Entry.Overdue;
import org.answerable.responselog.Entry.Redaction;
import org.answerable.responselog.Entry.ReferralAnswered;
import org.answerable.responselog.Entry.ReferralUnanswered;
import org.answerable.responselog.Entry.ResponsePublished;
import org.answerable.responselog.Entry.Statement;
import org.answerable.responselog.Entry.StatusChanged;
import org.answerable.responselog.Entry.Withdrawal;
import org.answerable.responselog.Entry.WordsPublished;
import org.answerable.tlog.EntryBundle;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry as the bytes that stay for ever: one canonical JSON object. Fields are named like the
 * record's, with {@code type} and {@code organisation} beside them; hashes and salts are lower-case
 * hex, days are ISO 8601, what is absent is left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a>
 */
public final class EntryJson {
  /** The most bytes of an entry: more fit into no bundle of the log. */
  public static final int BYTES_MAX = EntryBundle.ENTRY_BYTES_MAX;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HexFormat HEX = HexFormat.of();

  private EntryJson() {}

  /** The word of {@code type}. */
  public static String type(Entry entry) {
    return switch (entry) {
      case Committed e -> "committed";
      case Opened e -> "opened";
      case AdditionOpened e -> "opened";
      case StatusChanged e -> "status changed";
      case ResponsePublished e -> "response published";
      case CommitmentKept e -> "commitment kept";
      case CommitmentMissed e -> "commitment missed";
      case ReferralAnswered e -> "referral answered";
      case ReferralUnanswered e -> "referral unanswered";
      case Statement e -> "statement";
      case WordsPublished e -> "words published";
      case Correction e -> "correction";
      case Redaction e -> "redaction";
      case Echoed e -> "echoed";
      case InConfidence e -> "in confidence";
      case Withdrawal e -> "withdrawal";
      case Overdue e -> "overdue";
      case OfPoll e -> PollJson.type(e.news());
      case ConfigurationChanged e -> ConfigurationJson.TYPE;
      case Accounted e -> "accounted";
    };
  }

  /**
   * The reference of the feedback or poll that an entry is about; null: it is about none, or is
   * hidden.
   */
  public static @Nullable String reference(Entry entry) {
    return switch (entry) {
      case Committed e -> null;
      case Opened e -> e.reference();
      case AdditionOpened e -> e.adds();
      case StatusChanged e -> e.reference();
      case ResponsePublished e -> e.reference();
      case CommitmentKept e -> e.reference();
      case CommitmentMissed e -> e.reference();
      case ReferralAnswered e -> e.reference();
      case ReferralUnanswered e -> e.reference();
      case WordsPublished e -> e.reference();
      case Correction e -> e.reference();
      case Redaction e -> e.reference();
      case Echoed e -> e.reference();
      case InConfidence e -> null;
      case Withdrawal e -> e.reference();
      case Overdue e -> e.reference();
      case Statement e -> null;
      case OfPoll e -> e.reference();
      case ConfigurationChanged e -> null;
      case Accounted e -> null;
    };
  }

  /**
   * Its bytes.
   *
   * @throws IllegalArgumentException when there are more than {@link #BYTES_MAX}
   */
  public static byte[] write(String organisation, Entry entry) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("type", type(entry))
            .put("organisation", organisation)
            .put("day", entry.day().toString());
    switch (entry) {
      case Committed e -> json.put("commitment", HEX.formatHex(e.commitment()));
      case Opened e -> opened(json, e);
      case AdditionOpened e ->
          opening(json, e.commitment(), e.salt(), e.textHash()).put("adds", e.adds());
      case StatusChanged e -> statusChanged(json, e);
      case ResponsePublished e -> ResponseJson.write(json, e);
      case Statement e -> statement(json, e);
      case CommitmentKept e ->
          json.put("reference", e.reference())
              .put("what", HEX.formatHex(e.what()))
              .put("words", HEX.formatHex(e.words()));
      case CommitmentMissed e ->
          json.put("reference", e.reference())
              .put("what", HEX.formatHex(e.what()))
              .put("due", e.due().toString());
      case ReferralAnswered e ->
          json.put("reference", e.reference())
              .put("body", HEX.formatHex(e.body()))
              .put("words", HEX.formatHex(e.words()));
      case ReferralUnanswered e ->
          json.put("reference", e.reference())
              .put("body", HEX.formatHex(e.body()))
              .put("due", e.due().toString());
      case WordsPublished e ->
          json.put("reference", e.reference()).put("words", HEX.formatHex(e.words()));
      case Correction e -> correction(json, e);
      case Redaction e ->
          json.put("reference", e.reference())
              .put("of", HEX.formatHex(e.of()))
              .put("reason", e.reason().word());
      case Echoed e -> echoed(json, e);
      case InConfidence e -> QuarterJson.write(json, e);
      case Withdrawal e -> json.put("reference", e.reference());
      case Overdue e ->
          json.put("reference", e.reference())
              .put("due", e.due().toString())
              .put("from", e.from())
              .put("to", e.to());
      case ConfigurationChanged e -> ConfigurationJson.write(json, e);
      case Accounted e -> json.put("statement", e.statement());
      case OfPoll e -> PollJson.write(json.put("reference", e.reference()), e.news());
    }
    return canonical(json);
  }

  /** The entry of bytes that {@link #write} gave; anything else is our own bug. */
  public static Entry read(byte[] body) {
    JsonNode json = JSON.readTree(body);
    LocalDate day = day(json, "day");
    String type = text(json, "type");
    return switch (type) {
      case "committed" -> new Committed(day, hash(json, "commitment"));
      case "opened" -> json.has("adds") ? addition(json, day) : opened(json, day);
      case "status changed" ->
          new StatusChanged(
              day,
              text(json, "reference"),
              text(json, "status"),
              Kind.ofWord(text(json, "kind")),
              text(json, "topic"),
              text(json, "withRole"),
              dayOrNull(json, "due"));
      case "response published" -> ResponseJson.read(json, day);
      case "statement" -> statement(json, day);
      case "commitment kept" ->
          new CommitmentKept(day, text(json, "reference"), hash(json, "what"), hash(json, "words"));
      case "commitment missed" ->
          new CommitmentMissed(day, text(json, "reference"), hash(json, "what"), day(json, "due"));
      case "referral answered" ->
          new ReferralAnswered(
              day, text(json, "reference"), hash(json, "body"), hash(json, "words"));
      case "referral unanswered" ->
          new ReferralUnanswered(
              day, text(json, "reference"), hash(json, "body"), day(json, "due"));
      case "words published" ->
          new WordsPublished(day, text(json, "reference"), hash(json, "words"));
      case "correction" ->
          new Correction(
              day,
              text(json, "reference"),
              hash(json, "of"),
              hash(json, "to"),
              CorrectionReason.ofWord(text(json, "reason")));
      case "redaction" ->
          new Redaction(
              day,
              text(json, "reference"),
              hash(json, "of"),
              RedactionReason.ofWord(text(json, "reason")));
      case "echoed" ->
          new Echoed(
              day,
              text(json, "reference"),
              number(json, "count"),
              json.has("wanted") ? number(json, "wanted") : null);
      case "in confidence" -> QuarterJson.read(json, day);
      case "withdrawal" -> new Withdrawal(day, text(json, "reference"));
      case "overdue" ->
          new Overdue(
              day, text(json, "reference"), day(json, "due"), text(json, "from"), text(json, "to"));
      case ConfigurationJson.TYPE -> ConfigurationJson.read(json, day);
      case "accounted" -> new Accounted(day, text(json, "statement"));
      default -> ofPoll(json, day, type);
    };
  }

  private static OfPoll ofPoll(JsonNode json, LocalDate day, String type) {
    PollNews news = PollJson.read(type, json);
    if (news == null) {
      throw new IllegalStateException("no entry has the type " + type);
    }
    return new OfPoll(day, text(json, "reference"), news);
  }

  private static ObjectNode opening(
      ObjectNode json, byte[] commitment, byte[] salt, byte[] textHash) {
    return json.put("commitment", HEX.formatHex(commitment))
        .put("salt", HEX.formatHex(salt))
        .put("textHash", HEX.formatHex(textHash));
  }

  private static void opened(ObjectNode json, Opened e) {
    opening(json, e.commitment(), e.salt(), e.textHash())
        .put("reference", e.reference())
        .put("asked", e.asked().toString())
        .put("kind", e.kind().word())
        .put("topic", e.topic())
        .put("role", e.role());
    putDay(json, "due", e.due());
  }

  private static void statusChanged(ObjectNode json, StatusChanged e) {
    json.put("reference", e.reference())
        .put("status", e.status())
        .put("kind", e.kind().word())
        .put("topic", e.topic())
        .put("withRole", e.withRole());
    putDay(json, "due", e.due());
  }

  private static void echoed(ObjectNode json, Echoed e) {
    json.put("reference", e.reference()).put("count", e.count());
    Integer wanted = e.wanted();
    if (wanted != null) {
      json.put("wanted", wanted);
    }
  }

  private static void correction(ObjectNode json, Correction e) {
    json.put("reference", e.reference())
        .put("of", HEX.formatHex(e.of()))
        .put("to", HEX.formatHex(e.to()))
        .put("reason", e.reason().word());
  }

  private static void statement(ObjectNode json, Statement e) {
    json.put("about", e.about()).put("role", e.role()).put("text", HEX.formatHex(e.text()));
    putDay(json, "from", e.from());
    putDay(json, "until", e.until());
    byte[] amends = e.amends();
    if (amends != null) {
      json.put("amends", HEX.formatHex(amends));
    }
  }

  private static Statement statement(JsonNode json, LocalDate day) {
    return new Statement(
        day,
        text(json, "about"),
        text(json, "role"),
        hash(json, "text"),
        dayOrNull(json, "from"),
        dayOrNull(json, "until"),
        json.has("amends") ? hash(json, "amends") : null);
  }

  private static Opened opened(JsonNode json, LocalDate day) {
    return new Opened(
        day,
        hash(json, "commitment"),
        hash(json, "salt"),
        hash(json, "textHash"),
        text(json, "reference"),
        day(json, "asked"),
        Kind.ofWord(text(json, "kind")),
        text(json, "topic"),
        text(json, "role"),
        dayOrNull(json, "due"));
  }

  private static AdditionOpened addition(JsonNode json, LocalDate day) {
    return new AdditionOpened(
        day,
        hash(json, "commitment"),
        hash(json, "salt"),
        hash(json, "textHash"),
        text(json, "adds"));
  }

  private static byte[] canonical(ObjectNode json) {
    try {
      byte[] body =
          new JsonCanonicalizer(json.toString())
              .getEncodedString()
              .getBytes(StandardCharsets.UTF_8);
      if (body.length > BYTES_MAX) {
        throw new IllegalArgumentException("an entry of " + body.length + " bytes");
      }
      return body;
    } catch (IOException e) {
      throw new IllegalStateException("an entry is no JSON", e);
    }
  }

  private static void putDay(ObjectNode json, String name, @Nullable LocalDate day) {
    if (day != null) {
      json.put(name, day.toString());
    }
  }

  static int number(JsonNode json, String name) {
    return json.required(name).asInt();
  }

  static String text(JsonNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null) {
      throw new IllegalStateException("an entry lacks " + name);
    }
    return value.asString();
  }

  static LocalDate day(JsonNode json, String name) {
    return LocalDate.parse(text(json, name));
  }

  static @Nullable LocalDate dayOrNull(JsonNode json, String name) {
    return json.has(name) ? day(json, name) : null;
  }

  static byte[] hash(JsonNode json, String name) {
    return HEX.parseHex(text(json, name));
  }
}
