package org.answerable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.answerable.confidential.AccountCommand;
import org.answerable.delivery.DeliveryLoop;
import org.answerable.feedback.OverdueSweep;
import org.answerable.intake.Slots;
import org.answerable.leader.Invitations;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Timers;
import org.answerable.platform.keys.PersonSecret;
import org.answerable.responselog.Quarter;
import org.answerable.testing.DemoLine;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.StoryClock;
import org.answerable.testing.Visitor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Some weeks of an organisation, from an empty folder, as people outside make them: through the
 * webhook, the inbox's forms and the focal point's room. Slots and days pass when the test says so.
 */
final class LogStory implements AutoCloseable {
  static final String HOME = DemoLine.ORGANISATION;
  private static final String PUBLIC_URL = "http://line.example";
  private static final String PASSWORD = "a quiet ledger line";
  private static final String PASSPHRASE = "kamo rilu tesa bovi pade";
  private static final int DAYS = 30;

  /** Of these, before the quarter ends. */
  private static final int DAYS_BEFORE = 20;

  private static final Pattern ROW =
      Pattern.compile("<h2><a href=\"(/inbox/[A-Z0-9]{4}-[A-Z0-9]{4})\"");
  private static final Pattern CODE = Pattern.compile("\\d{4}-\\d{4}");
  private final StoryClock clock = new StoryClock(begin(Instant.now()));
  private final StandInTwilio twilio = new StandInTwilio();
  private final ConfigurableApplicationContext context;
  private final Organisation home;
  private final Visitor leader;
  private final Visitor focal;
  private final Path folder;
  private final List<String> codes = new ArrayList<>();
  private final Set<String> answered = new LinkedHashSet<>();
  private int texts;

  LogStory(Path folder) throws Exception {
    this.folder = folder;
    context =
        new SpringApplicationBuilder(Answerable.class)
            .initializers(
                clock::rule,
                started ->
                    started
                        .getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("a story", properties(folder))))
            .run();
    bean(Timers.class).stop();
    bean(DeliveryLoop.class).stop();
    home = bean(Organisations.class).get(HOME);
    leader = join("Asha", "programmes", "reader", "safeguarding", "council");
    focal = join("Rehema", "focal-outside");
    makeKey();
  }

  /**
   * A quarter ends while it is told, for quarters are accounted for; and no entry is of a day that
   * has not come: who checks has the machine's own clock.
   */
  private static Instant begin(Instant now) {
    LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS - DAYS_BEFORE + 4);
    return Quarter.firstDay(latest)
        .minusDays(DAYS_BEFORE)
        .atTime(LocalTime.NOON)
        .toInstant(ZoneOffset.UTC);
  }

  private Map<String, Object> properties(Path folder) {
    try {
      return Map.of(
          "server.address",
          "127.0.0.1",
          "server.port",
          "0",
          "management.server.port",
          "0",
          "answerable.demo-story",
          "false",
          "answerable.data-dir",
          folder.resolve("data").toString(),
          "answerable.keys-dir",
          folder.resolve("keys").toString(),
          "answerable.config-dir",
          DemoLine.config(folder, twilio.apiUrl()).toString(),
          "answerable.public-url",
          PUBLIC_URL,
          "TWILIO_AUTH_TOKEN",
          StandInTwilio.AUTH_TOKEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Visitor join(String name, String... roles) throws Exception {
    var visitor = new Visitor(port());
    visitor.accept(bean(Invitations.class).invite(home, Set.of(roles)), name, PASSWORD);
    return visitor;
  }

  private void makeKey() throws Exception {
    var secret = PersonSecret.random();
    var base64 = Base64.getEncoder();
    var made =
        focal.submit(
            "/inbox/confidential/key",
            "/inbox/confidential/key",
            Map.of(
                "open", base64.encodeToString(secret.publicKey().bytes()),
                "wrapped", base64.encodeToString(secret.wrap(PASSPHRASE))));
    assertThat(made.statusCode()).isEqualTo(303);
  }

  private <B> B bean(Class<B> type) {
    return context.getBean(type);
  }

  private int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/" + HOME;
  }

  /** A month in which people write and leaders answer about half of it, some of it too late. */
  void tell(int feedbacks, int responses) throws Exception {
    for (int day = 0; day < DAYS; day++) {
      for (int i = feedbacks * day / DAYS; i < feedbacks * (day + 1) / DAYS; i++) {
        write(i);
      }
      slot();
      answer(responses * day / DAYS);
      pass(Duration.ofDays(1));
      bean(OverdueSweep.class).run(home, home.day(clock.instant()));
    }
    answer(responses);
    slot();
  }

  /** Of every sensitivity: by the topic that is chosen, by a list, and set aside. */
  private void write(int number) throws Exception {
    String phone = "+9995551%04d".formatted(number);
    if (number % 10 == 9) {
      text(phone, "plz help my uncle touches me at nite im 14");
      return;
    }
    if (number % 10 == 8) {
      text(phone, "hello");
      text(phone, "habari");
    }
    String reply = text(phone, "no syrup at Mto since monday " + number);
    var code = CODE.matcher(reply);
    assertThat(code.find()).as(reply).isTrue();
    codes.add(phone + " " + code.group());
    text(phone, String.valueOf(1 + number % 8));
    text(phone, "1");
    if (number % 5 == 0) {
      text(phone, "and the nurse was away");
    }
  }

  private String text(String phone, String words) throws Exception {
    HttpResponse<String> answer =
        twilio.text(
            URI.create("http://127.0.0.1:" + port() + "/"),
            PUBLIC_URL,
            DemoLine.CHANNEL,
            "SM%032d".formatted(++texts),
            phone,
            words);
    assertThat(answer.statusCode()).isEqualTo(200);
    return DemoLine.reply(answer.body());
  }

  void slot() throws Exception {
    bean(Slots.class).run(home, clock.instant());
    pass(Duration.ofSeconds(2));
  }

  private void pass(Duration time) {
    clock.pass(time);
  }

  /** Answers what waits until so many are answered. */
  private void answer(int until) throws Exception {
    for (String page : rows("/inbox")) {
      if (answered.size() >= until) {
        return;
      }
      String html = leader.get(page).body();
      var fields =
          Map.of(
              "decision", "explained",
              "text", "It comes on Monday.",
              "act", "send",
              "seen", value(html, "seen"),
              "response", value(html, "response"));
      assertThat(leader.submit(page, page + "/response", fields).statusCode()).isEqualTo(302);
      answered.add(page.substring("/inbox/".length()));
    }
  }

  private List<String> rows(String list) throws Exception {
    return ROW.matcher(leader.get(list).body())
        .results()
        .map(row -> row.group(1))
        .distinct()
        .toList();
  }

  /** Of a hidden field. */
  private static String value(String html, String field) {
    var found = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(html);
    return found.find() ? found.group(1) : "";
  }

  int answered() {
    return answered.size();
  }

  /** Publishes somebody's words; gives their reference. */
  String publishWords() throws Exception {
    for (String reference : answered) {
      String page = "/inbox/" + reference;
      var shown = leader.submit(page, page + "/words", Map.of("act", "look"));
      String seal = value(shown.body(), "seal");
      if (!seal.isEmpty()) {
        leader.submit(page, page + "/words", Map.of("act", "publish", "seal", seal));
        slot();
        return reference;
      }
    }
    throw new AssertionError("nobody agreed");
  }

  /** Corrects a published response. */
  void correct(String reference) throws Exception {
    amend(reference, "correction", Map.of("text", "It comes on Tuesday.", "reason", "wrong"));
  }

  /** Has the first text that is public of a feedback removed. */
  void remove(String reference) throws Exception {
    amend(reference, "removal", Map.of("reason", "shows-somebody"));
  }

  private void amend(String reference, String act, Map<String, String> fields) throws Exception {
    String page = "/inbox/" + reference + "/published";
    var all = new HashMap<>(fields);
    all.put("of", value(leader.get(page).body(), "of"));
    var answer = leader.submit(page, page + "/" + act, all);
    assertThat(answer.statusCode()).as(act).isEqualTo(302);
    slot();
  }

  /** References whose answers are public, in the order in which they were answered. */
  List<String> publicOnes() throws Exception {
    String csv = new Visitor(port()).get("/" + HOME + "/log.csv").body();
    return answered.stream().filter(csv::contains).toList();
  }

  /** The last one who wrote takes it back. */
  void withdraw() throws Exception {
    String[] last = codes.getLast().split(" ");
    assertThat(text(last[0], "WITHDRAW " + last[1])).contains(last[1]);
    slot();
  }

  /** The focal point accounts: the file from the room, the command at home, the page again. */
  String account() throws Exception {
    pass(Duration.ofHours(1));
    var file = focal.get("/inbox/confidential/account/file");
    assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
    Path home = Files.writeString(folder.resolve("home.account"), file.body());
    var said = new ByteArrayOutputStream();
    var stream = new PrintStream(said, true, UTF_8);
    int status =
        new AccountCommand(InstantSource.system())
            .run(
                List.of(home.toString(), url()),
                stream,
                stream,
                new ByteArrayInputStream((PASSPHRASE + "\n").getBytes(UTF_8)));
    String printed = said.toString(UTF_8);
    assertThat(status).as(printed).isZero();
    var taken =
        focal.submit(
            "/inbox/confidential/account",
            "/inbox/confidential/account",
            Map.of("statement", printed.substring(printed.indexOf("line.example"))));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
    slot();
    return printed;
  }

  String page(String path) throws Exception {
    return new Visitor(port()).get("/" + HOME + path).body();
  }

  @Override
  public void close() {
    context.close();
    twilio.close();
  }
}
