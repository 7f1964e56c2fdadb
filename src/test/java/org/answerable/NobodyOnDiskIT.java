package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoLine;
import org.answerable.testing.Needles;
import org.answerable.testing.RunningServer;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/**
 * Whoever has the whole disk without the keys, all logs at {@code DEBUG}, every figure and every
 * page finds nobody who wrote: no number, id or name, no receipt, and no word but where leaders
 * read them.
 */
@Apart
class NobodyOnDiskIT {
  private static final String NUMBER = "+999701234987";
  private static final String CALLER = "+999705678321";
  private static final String FORGER = "+999709871236";
  private static final String STOPPED = "+999704321765";
  private static final String CONFIDER = "+999708765123";
  private static final List<String> NAMES =
      List.of("wanjirukaranja", "kisumundogo", "mamazawadi77");
  private static final String WORD = "quinquereme";
  private static final String ADDED = "dhowmaster";
  private static final String SIMULATED = "catamaran";
  private static final String TOLD = "outrigger";
  private static final String CONFIDED = "bathyscaphe";
  private static final String FORGED = "hovercraft";

  /** What a leader says is public, and what the search must find. */
  private static final String SAID = "steamboat";

  private static final Pattern RECEIPT = Pattern.compile("[0-9]{4}-[0-9]{4}");
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
  private static final Pattern REFERENCE = Pattern.compile("/inbox/([A-Z0-9]{4}-[A-Z0-9]{4})");
  private static final List<String> STARTS =
      List.of(
          "/",
          "/baraza-letu",
          "/baraza-letu/log",
          "/baraza-letu/log.atom",
          "/baraza-letu/log.csv",
          "/baraza-letu/log.json",
          "/baraza-letu/log.hxl.csv",
          "/baraza-letu/open311/v2/requests.xml",
          "/baraza-letu/log/receipt",
          "/actuator/health");
  private static final int PAGES_MAX = 150;
  private static final int MANY_LINES = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Who wrote: nowhere at all. */
  private final Needles people = new Needles();

  private final Needles said = new Needles().text(SAID);

  /** What they wrote: in the inbox alone. */
  private final Needles words = new Needles();

  @Test
  void whoHasTheDiskTheLogsAndEveryPageFindsNobody(@TempDir Path folder) throws Exception {
    for (String number : List.of(NUMBER, CALLER, FORGER, STOPPED, CONFIDER)) {
      people.number(number);
    }
    NAMES.forEach(people::text);
    for (String word : List.of(WORD, ADDED, SIMULATED, TOLD, CONFIDED, FORGED)) {
      words.text(word);
    }
    var properties = Map.of("logging.level.root", "DEBUG", "logging.level.com.twilio", "TRACE");
    try (var line = new DemoLine(folder, properties)) {
      line.server().start();
      Visitor leader = leader(line.server());
      write(line);
      answer(leader, line);

      Map<String, String> everybody = crawl(new Visitor(port(line)), STARTS);
      everybody.put("metrics", get(line.server().managementUrl("/actuator/prometheus")));
      Map<String, String> inbox =
          crawl(leader, List.of("/inbox", "/inbox/reader", "/inbox/people"));
      saveRedis(line.server().dataDir().resolve("redis"));
      assertThat(line.server().terminate()).isIn(0, 143); // PostgreSQL ends with a checkpoint

      assertNothingIn(everybody, people, words);
      assertNothingIn(inbox, people);
      assertNothingIn(Map.of("output", line.server().output()), people, words);
      Path data = line.server().dataDir();
      List<String> onDisk =
          new Needles().and(people).and(words).and(said).below(data, data.resolve("keys"));
      assertThat(onDisk).filteredOn(place -> !place.startsWith(SAID)).isEmpty();
      assertTheSearchFinds(onDisk, line.server(), everybody, inbox);
    }
  }

  /** Each form, planted among other bytes, is found by its name. */
  @Test
  void everyFormOfTheSearchFindsItsDecoy(@TempDir Path folder) throws IOException {
    var needles = new Needles().number(NUMBER).text(WORD);
    assertThat(needles.forms()).hasSizeGreaterThan(25);
    for (var form : needles.forms().entrySet()) {
      byte[] haystack = new byte[100_000];
      new Random(7).nextBytes(haystack);
      assertThat(needles.in(haystack)).isEmpty();
      System.arraycopy(form.getValue(), 0, haystack, 99_000, form.getValue().length);
      Files.write(folder.resolve("decoy"), haystack);
      assertThat(needles.below(folder, folder.resolve("keys")))
          .contains(form.getKey() + " in " + folder.resolve("decoy"));
    }
    String plus = "%2B" + NUMBER.substring(1);
    assertThat(List.of(NUMBER, plus, "x" + NUMBER)).noneMatch(text -> needles.in(text).isEmpty());
  }

  /** Else the search would be blind: what may lie in each of these places is found there. */
  private void assertTheSearchFinds(
      List<String> onDisk,
      RunningServer server,
      Map<String, String> everybody,
      Map<String, String> inbox) {
    for (String place : List.of("/pg_wal/", "/base/", "/redis/")) {
      assertThat(onDisk).anyMatch(found -> found.contains(place));
    }
    assertThat(everybody.values()).anyMatch(page -> !said.in(page).isEmpty());
    assertThat(new Needles().text(WORD).in(String.join("", inbox.values()))).isNotEmpty();
    assertThat(new Needles().text("http_server_requests").in(everybody.getOrDefault("metrics", "")))
        .isNotEmpty();
    assertThat(server.output().lines().filter(line -> line.contains(" DEBUG ")))
        .hasSizeGreaterThan(MANY_LINES);
  }

  private static void assertNothingIn(Map<String, String> places, Needles... all) {
    for (Needles needles : all) {
      var found = new LinkedHashMap<String, List<String>>();
      places.forEach((name, text) -> found.put(name, needles.in(text)));
      found.values().removeIf(List::isEmpty);
      assertThat(found).isEmpty();
    }
  }

  private void write(DemoLine line) throws Exception {
    keep(line.text("SM1", NUMBER, "no " + WORD + " of syrup at the clinic"));
    line.text("SM2", NUMBER, "1");
    line.text("SM3", NUMBER, "and a " + ADDED + " too");
    signed(line, "", fields("SM4", NUMBER, "Body", "the " + ADDED + " again"));
    line.text("SM5", CONFIDER, "SAFE");
    line.text("SM6", CONFIDER, "he beats me with a " + CONFIDED);
    line.text("SM7", STOPPED, "no " + WORD + " here either");
    line.text("SM8", STOPPED, "STOP");
    signed(line, "/status", fields("SM1", NUMBER, "MessageStatus", "delivered"));
    signed(line, "/voice", Map.of("CallSid", "CA1", "From", CALLER, "CallStatus", "ringing"));
    URI webhook = line.server().url("/channels/twilio/" + DemoLine.CHANNEL);
    line.twilio().post(webhook, Visitor.form(fields("SM9", FORGER, "Body", FORGED)), "forged");
    await()
        .atMost(PATIENCE)
        .until(() -> line.twilio().sent().stream().anyMatch(sent -> sent.to().equals(CALLER)));
    var phone = new Visitor(port(line));
    phone.send("POST", "/simulator/phones/1/texts", "text=no+" + SIMULATED + "+for+weeks");
  }

  /** What Twilio knows of a sender beside the number. */
  private static Map<String, String> fields(String id, String from, String name, String value) {
    var fields = new HashMap<String, String>();
    fields.put("MessageSid", id);
    fields.put("From", from);
    fields.put("WaId", from.substring(1));
    fields.put("ProfileName", NAMES.get(0));
    fields.put("FromCity", NAMES.get(1));
    fields.put("Username", NAMES.get(2));
    fields.put(name, value);
    return fields;
  }

  private static void signed(DemoLine line, String about, Map<String, String> fields)
      throws Exception {
    URI url = line.server().url("/channels/twilio/" + DemoLine.CHANNEL + about);
    String signature = StandInTwilio.signature(url.toString(), fields);
    assertThat(line.twilio().post(url, Visitor.form(fields), signature).statusCode())
        .isLessThan(300);
  }

  private String keep(String reply) {
    Matcher receipt = RECEIPT.matcher(reply);
    assertThat(receipt.find()).as("a receipt").isTrue();
    people.text(receipt.group()).text(receipt.group().replace("-", ""));
    return receipt.group();
  }

  /** A leader answers what came, which is sent and published, and enters what somebody said. */
  private void answer(Visitor leader, DemoLine line) throws Exception {
    var references = new ArrayList<String>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              Matcher found = REFERENCE.matcher(leader.get("/inbox").body());
              return found.results().map(one -> references.add(one.group(1))).count() > 2;
            });
    for (String reference : references.stream().distinct().toList()) {
      String page = "/inbox/" + reference;
      String html = leader.get(page).body();
      leader.submit(
          page,
          page + "/response",
          Map.of(
              "decision",
              "explained",
              "text",
              "The " + SAID + " brings it on Monday",
              "seen",
              value(html, "seen"),
              "response",
              value(html, "response")));
    }
    await()
        .atMost(PATIENCE)
        .until(() -> line.twilio().sent().stream().anyMatch(sent -> sent.body().contains(SAID)));
    String form = value(leader.get("/inbox/new").body(), "form");
    var told =
        Map.of(
            "words",
            "no " + TOLD,
            "source",
            "paper",
            "publish",
            "no",
            "language",
            "en",
            "form",
            form);
    var entered = leader.submit("/inbox/new", "/inbox/new", told);
    keep(entered.body());
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                crawl(leader, List.of("/inbox")).values().stream().anyMatch(p -> p.contains(TOLD)));
  }

  private static String value(String html, String field) {
    var found = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(html);
    return found.find() ? found.group(1) : "";
  }

  private static Visitor leader(RunningServer server) throws Exception {
    var visitor = new Visitor(server.url("/").getPort());
    var accepted = visitor.accept(server.invitation(), "asha", "three words of mine");
    assertThat(accepted.statusCode()).isEqualTo(302);
    return visitor;
  }

  /** Every page that links lead to. */
  private static Map<String, String> crawl(Visitor visitor, List<String> starts) throws Exception {
    var pages = new LinkedHashMap<String, String>();
    var next = new ArrayDeque<>(starts);
    while (!next.isEmpty() && pages.size() < PAGES_MAX) {
      String path = next.poll();
      if (pages.containsKey(path) || path.startsWith("/simulator") || path.startsWith("/assets")) {
        continue;
      }
      String page = visitor.get(path).body();
      pages.put(path, page);
      LINK.matcher(page)
          .results()
          .map(link -> link.group(1).replace("&amp;", "&"))
          .forEach(next::add);
    }
    return pages;
  }

  /** As a Redis that is kept on a disk would do; uncompressed, to be read here. */
  private static void saveRedis(Path folder) throws IOException {
    Map<String, String> settings =
        Files.readAllLines(folder.resolve("redis.conf")).stream()
            .map(setting -> setting.split(" ", 2))
            .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    var config =
        DefaultJedisClientConfig.builder()
            .password(settings.get("requirepass"))
            .autoNegotiateProtocol(false)
            .build();
    int port = Integer.parseInt(settings.get("port"));
    try (var redis = new Jedis(new HostAndPort("127.0.0.1", port), config)) {
      assertThat(redis.dbSize()).isPositive();
      redis.set("decoy", SAID);
      redis.configSet("rdbcompression", "no");
      redis.save();
    }
  }

  private static int port(DemoLine line) {
    return line.server().url("/").getPort();
  }

  private static String get(URI url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(url).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
          .body();
    }
  }
}
