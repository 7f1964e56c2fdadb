package org.answerable.organisation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every key that an organisation's file may have. {@code docs/organisation-file.md} explains them.
 */
final class Keys {
  static final List<String> FILE =
      List.of(
          "id",
          "name",
          "demo",
          "languages",
          "time-zone",
          "working-days",
          "slot",
          "hold",
          "answer-window",
          "covers",
          "unsorted",
          "notice-only",
          "proposals",
          "roles",
          "kinds",
          "topics",
          "readers",
          "focal-points",
          "crisis",
          "desk",
          "focal",
          "channels",
          "sms-cost",
          "witnesses",
          "about");
  static final List<String> ROLE = List.of("id", "name", "escalates-to");
  static final List<String> TOPIC =
      List.of("id", "menu", "title", "kind", "role", "report-days", "sensitivity", "hidden-from");
  static final List<String> PROPOSALS = List.of("support");
  static final List<String> FOCAL_POINT = List.of("name", "outside");
  static final List<String> WITNESS = List.of("key", "url");
  static final List<String> HOTLINE = List.of("number", "hours", "checked");
  static final List<String> SIMULATOR = List.of("id", "kind");
  static final List<String> TWILIO =
      List.of("id", "kind", "account-sid", "auth-token", "from", "per-second", "api-url");
  static final List<String> WHATSAPP =
      List.of(
          "id", "kind", "account-sid", "auth-token", "from", "per-second", "api-url", "template");
  static final List<String> TELEGRAM =
      List.of("id", "kind", "token", "mode", "secret-token", "api-url");

  /** All kinds but praise, which is never overdue. */
  static final List<String> KINDS =
      Arrays.stream(Kind.values()).filter(kind -> kind != Kind.PRAISE).map(Kind::word).toList();

  private Keys() {}

  /** By the place where they stand, as the document has its headings. */
  static Map<String, List<String>> byPlace() {
    Map<String, List<String>> places = new LinkedHashMap<>();
    places.put("The file", FILE);
    places.put("`roles`", ROLE);
    places.put("`kinds`", KINDS);
    places.put("`topics`", TOPIC);
    places.put("`proposals`", PROPOSALS);
    places.put("`focal-points`", FOCAL_POINT);
    places.put("`crisis`, `desk` and `focal`", HOTLINE);
    places.put("`witnesses`", WITNESS);
    places.put("`channels`, kind `simulator`", SIMULATOR);
    places.put("`channels`, kind `twilio`", TWILIO);
    places.put("`channels`, kind `whatsapp`", WHATSAPP);
    places.put("`channels`, kind `telegram`", TELEGRAM);
    return places;
  }
}
