package org.answerable.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a stand-in for Twilio holds, listed in pages and deleted one by one, as Twilio's interface
 * has it.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>
 */
final class HeldMessages {
  private static final String PATH = "/2010-04-01/Accounts/" + StandInTwilio.ACCOUNT + "/Messages";
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final Map<String, Held> held = new ConcurrentSkipListMap<>();
  private final Set<String> notYet = new ConcurrentSkipListSet<>();
  private volatile boolean forgetsBetween;
  private volatile boolean refuses;
  private volatile String number = "";

  record Held(
      String sid,
      String direction,
      String from,
      String to,
      String body,
      String status,
      Instant at) {
    Held at(Instant moment) {
      return new Held(sid, direction, from, to, body, status, moment);
    }
  }

  /** Everything was sent so much earlier. */
  void age(Duration by) {
    held.replaceAll((sid, one) -> one.at(one.at.minus(by)));
  }

  void hold(Held message) {
    held.put(message.sid(), message);
  }

  /** A repeat is the same message: it stays as old as it is. */
  void holdOnce(Held message) {
    held.putIfAbsent(message.sid(), message);
  }

  void clear() {
    held.clear();
    notYet.clear();
    forgetsBetween = false;
    refuses = false;
  }

  void notYet(String id) {
    notYet.add(id);
  }

  void refuses(boolean each) {
    refuses = each;
  }

  void forgetBetween() {
    forgetsBetween = true;
  }

  List<Held> all() {
    return List.copyOf(held.values());
  }

  void number(String json) {
    number = json;
  }

  /** The JSON of what is at a path. */
  String page(String path, Map<String, String> asked) {
    return path.contains("/IncomingPhoneNumbers")
        ? "{\"incoming_phone_numbers\":[" + number + "],\"next_page_uri\":null}"
        : page(asked);
  }

  /** The JSON of a page of those to or from a number. */
  private String page(Map<String, String> asked) {
    int size = Integer.parseInt(asked.getOrDefault("PageSize", "50"));
    int page = Integer.parseInt(asked.getOrDefault("Page", "0"));
    List<Held> found =
        held.values().stream()
            .filter(each -> each.to().equals(asked.getOrDefault("To", each.to())))
            .filter(each -> each.from().equals(asked.getOrDefault("From", each.from())))
            .toList();
    List<Held> shown = found.stream().skip((long) page * size).limit(size).toList();
    boolean more = found.size() > (page + 1) * size;
    String which =
        Stream.of("To", "From")
            .filter(asked::containsKey)
            .map(name -> name + "=" + asked.get(name))
            .collect(Collectors.joining("&"));
    String next =
        "\"%s.json?%s&PageSize=%d&Page=%d&PageToken=PA%d\""
            .formatted(PATH, which.replace("+", "%2B"), size, page + 1, page + 1);
    return """
    {"messages":[%s],"uri":"%s.json","page":%d,"page_size":%d,"next_page_uri":%s}\
    """
        .formatted(
            String.join(",", shown.stream().map(HeldMessages::json).toList()),
            PATH,
            page,
            size,
            more ? next : "null");
  }

  /** The status of the answer: 204, 404 when it is gone, 409 while it is on its way. */
  int delete(String path) {
    String sid = path.replaceAll(".*/|\\.json$", "");
    if (forgetsBetween) {
      held.remove(sid);
    }
    if (notYet.contains(sid)) {
      return 409;
    }
    return refuses ? 400 : held.remove(sid) == null ? 404 : 204;
  }

  private static String json(Held message) {
    String at = RFC_2822.format(message.at().atOffset(ZoneOffset.UTC));
    return """
    {"sid":"%s","direction":"%s","from":"%s","to":"%s","body":%s,"status":"%s","date_created":"%s","date_sent":"%s","date_updated":"%s"}\
    """
        .formatted(
            message.sid(),
            message.direction(),
            message.from(),
            message.to(),
            quoted(message.body()),
            message.status(),
            at,
            at,
            at)
        .strip();
  }

  /** Each sign escaped that JSON or a terminal may stumble over. */
  private static String quoted(String text) {
    var json = new StringBuilder("\"");
    text.chars()
        .forEach(
            sign ->
                json.append(
                    sign < ' ' || sign == '"' || sign == '\\' || sign > '~'
                        ? "\\u%04x".formatted(sign)
                        : Character.toString(sign)));
    return json.append('"').toString();
  }
}
