package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.answerable.intake.Slots;
import org.answerable.leader.Invitations;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.PersonSecret;
import org.answerable.responselog.Suppressed;
import org.answerable.testing.FreshFolder;
import org.answerable.testing.SlowLine;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * Invariant 8: whoever asks for every page again and again, public or of the rooms, and reads what
 * their logins may read, learns nothing of when somebody wrote. All of it is the same, byte for
 * byte, before and after a text, whatever it is about, and moves at the slot.
 */
@SpringBootTest(
    classes = Answerable.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "answerable.demo-story=false"})
@ContextConfiguration(initializers = {FreshFolder.class, SlowLine.class})
@TestPropertySource(properties = "spring.test.context.cache.pause=never")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchedIT {
  private static final String HOME = "/baraza-letu";
  private static final Duration PAGES_KEPT = Duration.ofSeconds(3);

  /** One of each sensitivity, an addition, an answer, what is set aside. */
  private static final List<String> TEXTS =
      List.of(
          "no syrup again at mto",
          "1",
          "publish",
          "and the nurse was away",
          "tell the chair 2 stop giving food only 2 her frends",
          "police took our kits n beat 3 of us near bridge",
          "plz help my uncle touches me at nite im 14",
          "hi",
          "WIN 50000!! send ur pin 2 07..",
          "SAFE",
          "he is here");

  private static final List<String> PUBLIC =
      List.of(
          "/",
          HOME,
          HOME + "/log",
          HOME + "/log?page=2",
          HOME + "/log?topic=medicines",
          HOME + "/log.atom",
          HOME + "/log.csv",
          HOME + "/log.json",
          HOME + "/log.hxl.csv",
          HOME + "/open311/v2/requests.json",
          HOME + "/how",
          HOME + "/noticeboard",
          "/actuator/health");

  private static final List<String> ROOMS =
      List.of(
          "/inbox",
          "/inbox?view=answered",
          "/inbox?topic=medicines",
          "/inbox?role=programmes",
          "/inbox?page=2",
          "/inbox/people",
          "/inbox/operations",
          "/inbox/reader",
          "/inbox/reader/aside");

  @LocalServerPort private int port;
  @Autowired private Organisations organisations;
  @Autowired private Invitations invitations;
  @Autowired private Inbound inbound;
  @Autowired private Slots slots;
  @Autowired private Databases databases;
  private Organisation home;
  private Visitor anybody;
  private List<Visitor> leaders;
  private int numbers;

  @BeforeAll
  void openTheLine() throws Exception {
    home = organisations.get("baraza-letu");
    anybody = new Visitor(port);
    makeTheKeyOutside(leader(Role.FOCAL_OUTSIDE));
    leaders = List.of(leader("programmes"), leader("board", "council"), leader(Role.READER));
    slot();
  }

  @Test
  void nothingThatLeadersOrThePublicSeeChangesBeforeTheSlot() throws Exception {
    for (String text : TEXTS) {
      Map<String, String> before = everything();
      says("+99960" + (1000000 + numbers++), text);
      assertSame(before, text);
    }
    assertMovesAtTheSlot();
  }

  @Test
  void oneConversationMovesNothingEither() throws Exception {
    Map<String, String> before = everything();
    for (String text : TEXTS) {
      says("+999609999999", text);
      assertSame(before, text);
    }
    assertMovesAtTheSlot();
  }

  /** The tenth who says so neither, of whom the next slot tells. */
  @Test
  void whoSaysThatItHappenedToThemTooMovesNothing() throws Exception {
    for (String text : List.of("no bed nets at mto", "1", "publish", "1")) {
      says("+999609999998", text);
    }
    slot();
    String reference =
        databases
            .as(Login.PUBLIC)
            .sql("select reference from site.feedback order by opened desc limit 1")
            .query(String.class)
            .single();
    String page = HOME + "/log/" + reference;
    String shown = shown(anybody.get(page));
    Map<String, String> before = everything();
    for (int i = 0; i < Suppressed.K; i++) {
      String text = "+ " + reference;
      says("+99960" + (1000000 + numbers++), text);
      assertThat(shown(anybody.get(page))).as("the entry's page").isEqualTo(shown);
    }
    assertSame(before, "this happened to me too");
    slot();
    Thread.sleep(PAGES_KEPT);
    assertThat(anybody.get(page).body())
        .contains("10 or more people say that it happened to them too.");
  }

  private void assertSame(Map<String, String> before, String text) throws Exception {
    everything()
        .forEach(
            (what, now) ->
                assertThat(now).as(what + " after: " + text).isEqualTo(before.get(what)));
  }

  /** Else the watch would be blind: of each kind that is watched something changes then. */
  private void assertMovesAtTheSlot() throws Exception {
    says("+99960" + (1000000 + numbers++), "the queue is long at kilima");
    Map<String, String> before = everything();
    slot();
    Thread.sleep(PAGES_KEPT); // public pages are kept for a moment
    Map<String, String> after = everything();
    for (String what :
        List.of(
            HOME,
            HOME + "/log",
            HOME + "/log.csv",
            "2 /inbox",
            "INBOX inbox.feedback",
            "PUBLIC site.feedback")) {
      assertThat(after.get(what)).as(what).isNotEqualTo(before.get(what));
    }
  }

  private void says(String number, String text) {
    Reply reply =
        inbound.take(
            new IncomingMessage(
                home.id(),
                UUID.randomUUID().toString(),
                new Address(SlowLine.CHANNEL, number),
                text,
                Instant.now()));
    assertThat(reply).isNotNull();
  }

  private void slot() throws SQLException {
    slots.run(home, Instant.now());
  }

  /** Each page with its headers, as anybody and as each leader; each row of each view. */
  private Map<String, String> everything() throws Exception {
    var seen = new TreeMap<String, String>();
    for (String path : PUBLIC) {
      seen.put(path, shown(anybody.get(path)));
    }
    for (int i = 0; i < leaders.size(); i++) {
      for (String path : ROOMS) {
        seen.put(i + " " + path, shown(leaders.get(i).get(path)));
      }
    }
    for (Login login : Set.of(Login.INBOX, Login.READER, Login.PUBLIC)) {
      views(login).forEach(view -> seen.put(login + " " + view, rows(login, view)));
    }
    return seen;
  }

  /**
   * But for what is random in each answer: the form's token and ids, the moment, the cookie; and
   * how often a provider that is not there was asked meanwhile.
   */
  private static String shown(HttpResponse<String> answer) {
    String headers =
        answer.headers().map().entrySet().stream()
            .filter(header -> !Set.of("date", "set-cookie").contains(header.getKey()))
            .sorted(Map.Entry.comparingByKey())
            .map(Object::toString)
            .reduce("", (a, b) -> a + b + "\n");
    return answer.statusCode()
        + "\n"
        + headers
        + answer
            .body()
            .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
            .replaceAll("failed \\d+ times", "failed"); // the clock's, not a text's
  }

  /**
   * What this login may read and belongs to leaders or the public, but for sessions of browsers,
   * and for receipts: who has just been given one may ask for it at once, and nobody else can.
   */
  private List<String> views(Login login) {
    return databases
        .as(login)
        .sql(
            """
            select table_schema || '.' || table_name from information_schema.tables
            where has_table_privilege(format('%I.%I', table_schema, table_name), 'select')
              and table_schema !~ '^(pg_|information_schema|leader)'
              and table_name <> 'receipt'
            order by 1
            """)
        .query(String.class)
        .list();
  }

  private String rows(Login login, String view) {
    try (Stream<String> rows =
        databases
            .as(login)
            .sql("select t::text from " + view + " t order by 1")
            .query(String.class)
            .stream()) {
      return String.join("\n", rows.toList());
    }
  }

  private Visitor leader(String... roles) throws Exception {
    var visitor = new Visitor(port);
    String name = "leader " + String.join(" ", roles);
    visitor.accept(invitations.invite(home, Set.of(roles)), name, "a quiet ledger line");
    assertThat(visitor.get("/inbox").statusCode()).isEqualTo(200);
    return visitor;
  }

  /** Without it the line is closed. */
  private static void makeTheKeyOutside(Visitor focalPoint) throws Exception {
    PersonSecret secret = PersonSecret.random();
    var base64 = Base64.getEncoder();
    HttpResponse<String> made =
        focalPoint.submit(
            "/inbox/confidential/key",
            "/inbox/confidential/key",
            Map.of(
                "open", base64.encodeToString(secret.publicKey().bytes()),
                "wrapped", base64.encodeToString(secret.wrap("kamo rilu tesa bovi pade"))));
    assertThat(made.statusCode()).isEqualTo(303);
  }
}
