package org.answerable.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.answerable.Answerable;
import org.answerable.leader.Invitations;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoLine;
import org.answerable.testing.FreshFolder;
import org.answerable.testing.LineAtStandIn;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * Invariant 13, at every level of the log and whatever fails: no number, word, receipt or name that
 * came in stands in a line, a metric, an error page or an address, ours or a library's.
 */
@SpringBootTest(
    classes = Answerable.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "answerable.demo-story=false"})
@ContextConfiguration(initializers = {FreshFolder.class, LineAtStandIn.class})
@Import(FailingPorts.class)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(Apart.LOGGING)
class LogsIT {
  private static final int EXCEPTIONS = 10_000;

  /** With the lines before the guard looked at, too. */
  private static final int SEEN_RAW = 500;

  private static final int AT_ONCE = 4;
  private static final String SMS = "/channels/twilio/" + DemoLine.CHANNEL;
  private static final Pattern RECEIPT = Pattern.compile("[0-9]{4}-[0-9]{4}");
  private static final Pattern REFERENCE = Pattern.compile("/inbox/([A-Z0-9]{4}-[A-Z0-9]{4})");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Whose lines can quote payloads, seen to before the guard. */
  private static final String[] NOISY = {
    "org.springframework",
    "org.apache",
    "com.twilio",
    "org.postgresql",
    "com.zaxxer",
    "com.github.kagkarlsson",
    "redis.clients",
    "org.answerable"
  };

  /** Put together here: what stands in a class could be anybody's fixed text. */
  private static final String RANDOM = letters(10);

  private static final String NUMBER = "+99970" + digits(7);
  private static final String FORGER = "+99971" + digits(7);
  private static final String CALLER = "+99972" + digits(7);
  private static final List<String> WORDS =
      List.of("quinquereme", "trireme", "galleon", "frigate", "barque", "sloop").stream()
          .map(ship -> ship + RANDOM)
          .toList();

  private final List<String> planted = new ArrayList<>(WORDS);
  private final ConcurrentLinkedQueue<String> answered = new ConcurrentLinkedQueue<>();
  private final HttpClient http = HttpClient.newHttpClient();
  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;
  @Autowired private Invitations invitations;
  @Autowired private Organisations organisations;

  @Test
  void nothingThatCameInIsLoggedMeasuredOrShownInAnError() throws Exception {
    planted.addAll(List.of(NUMBER.substring(1), FORGER.substring(1), CALLER.substring(1)));
    try (var tap = new LogTap(this::tells)) {
      assertThat(tap.resting()).isNotEmpty().allMatch(GuardedAppender.class::isInstance);
      tap.level(Level.DEBUG, "ROOT");
      tap.level(Level.TRACE, NOISY);
      comeInEveryWay();
      plantADecoy();
      forceExceptions(SEEN_RAW);
      tap.leaveTheRaw();
      tap.level(Level.DEBUG, NOISY);
      forceExceptions(EXCEPTIONS - SEEN_RAW);

      assertThat(tap.telling()).isEmpty();
      assertThat(FailingPorts.FORCED).hasValueGreaterThan(EXCEPTIONS);
      assertThat(tap.thrown()).as("lines with an exception").isGreaterThan(EXCEPTIONS / 2);
      assertThat(tap.leaking())
          .as("libraries that would quote, seen before the guard")
          .contains(
              "com.example.decoy",
              "org.apache.coyote.http11.Http11InputBuffer",
              "org.apache.hc.client5.http.wire",
              "org.apache.tomcat.util.http.Parameters",
              "org.postgresql.core.v3.QueryExecutorImpl",
              "org.springframework.web.servlet.DispatcherServlet");
    }
    assertThat(answered).isNotEmpty().noneMatch(this::tells);
    String metrics = get(managementPort, "/actuator/prometheus");
    assertThat(metrics).contains("http_server_requests_seconds_count");
    assertThat(tells(metrics)).as("a metric").isFalse();
  }

  /** The search finds: in the open before the guard, and nowhere behind it. */
  private void plantADecoy() {
    LoggerFactory.getLogger("com.example.decoy").info("from " + NUMBER + ": " + WORDS.getFirst());
  }

  private boolean tells(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return planted.stream().anyMatch(lower::contains);
  }

  private void comeInEveryWay() throws Exception {
    String receipt = receipt(sms("SM1", NUMBER, "no " + WORDS.get(0) + " at the clinic"));
    sms("SM2", NUMBER, "1");
    sms("SM1", NUMBER, "again");
    sms("SM3", NUMBER, "STATUS " + receipt);
    sms("SM4", NUMBER, (WORDS.get(1) + " ").repeat(500));
    forged();
    malformed();
    voice();
    simulated();
    receiptForm(receipt);
    rooms();
  }

  private String sms(String id, String from, String body) throws Exception {
    return LineAtStandIn.TWILIO
        .text(
            URI.create("http://127.0.0.1:" + port + "/"),
            LineAtStandIn.PUBLIC_URL,
            DemoLine.CHANNEL,
            id,
            from,
            body)
        .body();
  }

  private String receipt(String reply) {
    var receipt = RECEIPT.matcher(reply);
    assertThat(receipt.find()).as("a receipt").isTrue();
    planted.add(receipt.group());
    planted.add(receipt.group().replace("-", ""));
    return receipt.group();
  }

  private void forged() throws Exception {
    String form = Visitor.form(Map.of("MessageSid", "SM9", "From", FORGER, "Body", WORDS.get(2)));
    post(SMS, form, "forged");
    post(SMS + "/status", form, "forged");
    post(SMS + "?" + form, form, "forged");
  }

  private void malformed() throws Exception {
    signed(SMS, Map.of("MessageSid", "SM8", "From", FORGER));
    signed(SMS, Map.of("MessageSid", "SM8", "From", WORDS.get(2), "Body", WORDS.get(2)));
    signed(SMS, Map.of("MessageSid", "SM8", "From", FORGER, "Body", WORDS.get(2).repeat(20_000)));
    signed(SMS + "/status", Map.of("MessageSid", "SM8", "To", NUMBER, "MessageStatus", "sent"));
    post(SMS, "From=" + FORGER + "&Body=" + WORDS.get(2) + "%zz", "odd");
    post("/nowhere/" + WORDS.get(2), "From=" + FORGER, "odd");
    post("/baraza-letu/log/" + FORGER, "a=" + WORDS.get(2), "odd");
  }

  private void voice() throws Exception {
    LineAtStandIn.TWILIO.answer(StandInTwilio.Answer.REFUSES);
    signed(SMS + "/voice", Map.of("CallSid", "CA1", "From", CALLER, "CallStatus", "ringing"));
    await()
        .atMost(PATIENCE)
        .until(
            () -> LineAtStandIn.TWILIO.sent().stream().anyMatch(sent -> sent.to().equals(CALLER)));
    LineAtStandIn.TWILIO.answer(StandInTwilio.Answer.ACCEPTS);
  }

  private void simulated() throws Exception {
    var visitor = new Visitor(port);
    visitor.send("POST", "/simulator/phones", "language=en");
    visitor.send("POST", "/simulator/phones/1/texts", "text=" + WORDS.get(3));
    answered.add(visitor.send("POST", "/simulator/phones/7" + WORDS.get(3), "text=x").body());
  }

  private void receiptForm(String receipt) throws Exception {
    var visitor = new Visitor(port);
    var asked =
        visitor.submit(
            "/baraza-letu/log/receipt", "/baraza-letu/log/receipt", Map.of("receipt", receipt));
    assertThat(asked.statusCode()).isEqualTo(200);
    asked.headers().firstValue("Location").ifPresent(answered::add);
    visitor.submit(
        "/baraza-letu/log/receipt", "/baraza-letu/log/receipt", Map.of("receipt", WORDS.get(4)));
    answered.add(visitor.get("/baraza-letu/log/" + receipt + "/x").body());
  }

  /** A leader reads, answers, notes and enters; the phone's provider refuses first. */
  private void rooms() throws Exception {
    var leader = new Visitor(port);
    var roles = Set.of("programmes", "board", "council", Role.READER);
    String password = WORDS.get(5) + " and more";
    leader.accept(invitations.invite(organisations.get("baraza-letu"), roles), "Asha", password);
    leader.signIn("Asha", password);
    leader.signIn("Asha", WORDS.get(5));
    List<String> references = awaitReferences(leader);
    String page = "/inbox/" + references.getFirst();
    answered.add(leader.submit(page, page + "/response", Map.of("text", WORDS.get(4))).body());
    leader.submit(page, page + "/note", Map.of("note", "it is " + WORDS.get(4)));
    LineAtStandIn.TWILIO.answer(StandInTwilio.Answer.REFUSES);
    for (String reference : references) {
      assertThat(respond(leader, "/inbox/" + reference).statusCode()).isLessThan(400);
    }
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                LineAtStandIn.TWILIO.sent().stream()
                    .anyMatch(sent -> sent.body().contains(WORDS.get(4))));
    LineAtStandIn.TWILIO.answer(StandInTwilio.Answer.ACCEPTS);
    leader.get("/inbox/reader");
    leader.submit(
        "/inbox/new",
        "/inbox/new",
        Map.of("words", WORDS.get(4), "source", WORDS.get(4), "form", WORDS.get(4)));
  }

  private static HttpResponse<String> respond(Visitor leader, String page) throws Exception {
    String html = leader.get(page).body();
    return leader.submit(
        page,
        page + "/response",
        Map.of(
            "decision",
            "explained",
            "text",
            "It was the " + WORDS.get(4),
            "seen",
            value(html, "seen"),
            "response",
            value(html, "response")));
  }

  private static String value(String html, String field) {
    var found = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(html);
    assertThat(found.find()).as(field).isTrue();
    return found.group(1);
  }

  /** Of what was texted, and of what was written on the simulator. */
  private static List<String> awaitReferences(Visitor leader) throws Exception {
    var found = new TreeSet<String>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              String inbox = leader.get("/inbox").body();
              REFERENCE.matcher(inbox).results().map(one -> one.group(1)).forEach(found::add);
              return found.size() >= 2;
            });
    return List.copyOf(found);
  }

  private void forceExceptions(int times) throws Exception {
    String text = WORDS.getFirst() + " " + NUMBER;
    FailingPorts.fail(text, true);
    inParallel(times / 10, this::failing);
    FailingPorts.fail(text, false);
    inParallel(times - times / 10, this::failing);
    FailingPorts.fail(null, false);
  }

  private Void failing(int number) throws Exception {
    var fields = Map.of("MessageSid", "SM7" + number, "From", NUMBER, "Body", WORDS.get(0));
    signed(SMS, fields);
    if (number % 20 == 0) {
      var visitor = new Visitor(port);
      answered.add(
          visitor.send("POST", "/simulator/phones/1/texts", "text=" + WORDS.get(0)).body());
      answered.add(visitor.get("/baraza-letu/log?topic=" + WORDS.get(1)).body());
      answered.add(visitor.get("/actuator/health").body());
    }
    return null;
  }

  private static void inParallel(int times, Failing what) throws Exception {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var all = new ArrayList<Callable<Void>>();
      for (int i = 0; i < times; i++) {
        int number = i;
        all.add(() -> what.run(number));
      }
      for (Future<Void> one : threads.invokeAll(all)) {
        one.get();
      }
    }
  }

  private interface Failing {
    Void run(int number) throws Exception;
  }

  private void signed(String path, Map<String, String> fields) throws Exception {
    post(
        path,
        Visitor.form(fields),
        StandInTwilio.signature(LineAtStandIn.PUBLIC_URL + path, fields));
  }

  private void post(String path, String form, String signature) throws Exception {
    answered.add(LineAtStandIn.TWILIO.post(uri(port, path), form, signature).body());
  }

  private String get(int at, String path) throws Exception {
    return http.send(
            HttpRequest.newBuilder(uri(at, path)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static URI uri(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static String digits(int count) {
    return random('0', '9', count);
  }

  private static String letters(int count) {
    return random('a', 'z', count);
  }

  private static String random(char first, char last, int count) {
    return ThreadLocalRandom.current()
        .ints(count, first, last + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
