package org.answerable.confidential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.answerable.confidential.Reports.Copy;
import org.answerable.delivery.Doubts;
import org.answerable.leader.Leader;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Role;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.PersonKey;
import org.answerable.platform.keys.PersonSecret;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is confided, on real PostgreSQL with the real logins. */
@ApplicationTest
@TestPropertySource(properties = "answerable.demo-story=false")
class ConfidentialIT {
  private static final String HOME = "baraza-letu";
  private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @Autowired private Databases databases;
  @Autowired private ConfidedTexts texts;
  @Autowired private Reports reports;
  @Autowired private FocalKeys keys;
  @Autowired private FocalPoints points;
  @Autowired private Ids ids;

  @Test
  void sealsToEachLivingKeyOutsideAndToNobodyElse() throws Exception {
    var one = focalPoint(Role.FOCAL_OUTSIDE);
    var other = focalPoint(Role.FOCAL_OUTSIDE);
    var inside = focalPoint(Role.FOCAL_INSIDE);
    String reference = confide("he said i must not tell");

    for (Person person : List.of(one, other)) {
      JsonNode said = read(person, reference);
      assertThat(said.get("words").asString()).isEqualTo("he said i must not tell");
      assertThat(said.get("kind").asString()).isEqualTo("threat");
      assertThat(said.get("step").asLong()).isEqualTo(NOW.getEpochSecond() / 21_600);
    }
    assertThat(reports.find(inside.leader, reference)).isEmpty();

    removeAccount(other);
    String later = confide("again");
    assertThat(reports.find(other.leader, later)).isEmpty();
    assertThat(reports.find(one.leader, later)).isPresent();
  }

  /** Whoever puts in a key of their own can't do it unseen. */
  @Test
  void theLogNamesEachKeyOnce() throws Exception {
    var outside = focalPoint(Role.FOCAL_OUTSIDE);
    var inside = focalPoint(Role.FOCAL_INSIDE);
    for (Person person : List.of(outside, inside)) {
      assertThat(add(person)).as("it is in use").isFalse();
      assertThat(announced(person)).isEqualTo(1);
    }
  }

  private long announced(Person person) {
    return databases
        .as(Login.LOG)
        .sql(
            """
            select count(*) from (
              select body from responselog.staged union all select body from responselog.entry) e
            where convert_from(body, 'UTF8') like '%"key":"' || ? || '"%"what":"focal key"%'
            """)
        .param(person.secret.publicKey().name())
        .query(Long.class)
        .single();
  }

  @Test
  void ofTwoAnswersAtOnceOneIsSentAndItIsSentWithoutTheReceipt() throws Exception {
    var one = focalPoint(Role.FOCAL_OUTSIDE);
    var other = focalPoint(Role.FOCAL_OUTSIDE);
    String reference = confide("help");
    List<Callable<Acted>> both =
        List.of(() -> answer(one, reference, 0), () -> answer(other, reference, 0));
    var became = new ArrayList<Acted>();
    try (var pool = Executors.newFixedThreadPool(2)) {
      for (var result : pool.invokeAll(both)) {
        became.add(result.get());
      }
    }
    assertThat(became).containsExactlyInAnyOrder(new Acted.Done(), new Acted.Overtaken());
    Report report = reports.find(one.leader, reference).orElseThrow();
    assertThat(report.steps()).singleElement().extracting(Report.Step::number).isEqualTo(1);
    assertThat(report.texts()).as("the answer is kept, sealed").hasSize(2);
    assertThat(report.isNew()).isFalse();
  }

  @Test
  void whatIsWrittenAfterAStepIsNewAgainAndReopensWhatWasClosed() throws Exception {
    var one = focalPoint(Role.FOCAL_OUTSIDE);
    UUID id = ids.uuid();
    String reference = ids.reference();
    add(confided(id, reference, 0, "first"));
    points.step(one.leader, reference, StepKind.CLOSED, 0, NOW);
    assertThat(references(one, false)).doesNotContain(reference);
    assertThat(references(one, true)).contains(reference);

    add(confided(id, reference, 1, "more"));
    assertThat(reports.find(one.leader, reference).orElseThrow().isNew()).isTrue();
    assertThat(references(one, false)).contains(reference);
  }

  @Test
  void onlyTextsOfTheReportAreSharedAndOnlyWithKeysThatLive() throws Exception {
    var one = focalPoint(Role.FOCAL_OUTSIDE);
    var inside = focalPoint(Role.FOCAL_INSIDE);
    String reference = confide("mine");
    String another = confide("another");
    UUID mine = text(one, reference);
    UUID theirs = text(one, another);
    String key = inside.secret.publicKey().name();

    assertThat(share(one, reference, new Copy(theirs, key, new byte[10])))
        .isInstanceOf(Acted.Refused.class);
    assertThat(share(one, reference, new Copy(mine, "0000", new byte[10])))
        .isInstanceOf(Acted.Refused.class);
    assertThat(share(inside, reference, new Copy(mine, key, new byte[10])))
        .isInstanceOf(Acted.Unknown.class);
    assertThat(reports.find(inside.leader, reference)).isEmpty();

    byte[] copy =
        inside.secret.publicKey().seal("copy".getBytes(StandardCharsets.UTF_8), place(mine));
    assertThat(share(one, reference, new Copy(mine, key, copy))).isInstanceOf(Acted.Done.class);
    assertThat(reports.find(inside.leader, reference)).isPresent();
  }

  /** Intake finds what its sender takes back, delivery whether one agreed: by ids, no words. */
  @Test
  void noLoginButTheRoomsReadsWhatIsConfided() {
    for (Login login : Login.values()) {
      if (login != Login.FOCAL) {
        for (String table : List.of("text", "waiting", "report", "step", "way")) {
          assertThatThrownBy(
                  () ->
                      databases
                          .as(login)
                          .sql("select " + what(login) + " from confidential." + table)
                          .query()
                          .listOfRows())
              .as("%s reads %s", login, table)
              .rootCause()
              .hasMessageContaining("permission denied");
        }
      }
    }
  }

  private static String what(Login login) {
    return login == Login.INTAKE || login == Login.DELIVERY ? "*" : "1";
  }

  private List<String> references(Person person, boolean closed) {
    return reports.list(person.leader, closed).stream().map(Report::reference).toList();
  }

  /** A route that leads nowhere would end it as not asked, so it is made uncertain by hand. */
  @Test
  void oneOfTwoDecidesWhetherAnUncertainAnswerIsSentAgain() throws Exception {
    var one = focalPoint(Role.FOCAL_OUTSIDE);
    var other = focalPoint(Role.FOCAL_OUTSIDE);
    var stranger = focalPoint(Role.FOCAL_INSIDE);
    String reference = confide("help");
    answer(one, reference, 0);
    UUID response = sent(one, reference).response();
    makeUncertain(response);
    assertThat(sent(other, reference)).isEqualTo(new Report.Sent(response, 7, "uncertain", true));
    assertThat(points.settle(stranger.leader, reference, response, 7, Doubts.Choice.AGAIN))
        .isInstanceOf(Acted.Unknown.class);
    assertThat(points.settle(one.leader, reference, ids.uuid(), 7, Doubts.Choice.AGAIN))
        .isInstanceOf(Acted.Unknown.class);
    assertThat(points.settle(one.leader, reference, response, 6, Doubts.Choice.AGAIN))
        .isInstanceOf(Acted.Overtaken.class);
    assertThat(points.settle(one.leader, reference, response, 7, Doubts.Choice.LEAVE))
        .isInstanceOf(Acted.Done.class);
    assertThat(points.settle(other.leader, reference, response, 7, Doubts.Choice.AGAIN))
        .isInstanceOf(Acted.Overtaken.class);
    assertThat(sent(other, reference)).isEqualTo(new Report.Sent(response, 7, "left", false));
    forget(response); // no key opens it
  }

  /** Once more in the outbox, as what was tried seven times. */
  private void makeUncertain(UUID response) throws SQLException {
    forget(response);
    databases.inTransaction(
        Login.FOCAL,
        tx ->
            Databases.on(tx)
                .sql(
                    """
                    insert into delivery.outbox (organisation, message, feedback, number, response,
                      due, attempts, round, aside, text_key, text)
                    values (?, ?, ?, 1, ?, now(), 0, 7, 'uncertain', int4send(1000000), '')
                    """)
                .params(HOME, ids.uuid(), ids.uuid(), response)
                .update());
    databases
        .as(Login.DELIVERY)
        .sql("insert into delivery.outcome values (?, ?, 7, 'uncertain', '2026-11-24')")
        .params(HOME, response)
        .update();
  }

  private void forget(UUID response) {
    databases
        .as(Login.DELIVERY)
        .sql("delete from delivery.outbox where response = ?")
        .param(response)
        .update();
  }

  private Report.Sent sent(Person person, String reference) {
    return reports.find(person.leader, reference).orElseThrow().steps().stream()
        .map(Report.Step::sent)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private Acted answer(Person person, String reference, int seen) throws SQLException {
    return points.answer(person.leader, reference, "Are you safe?", seen, ids.uuid(), NOW);
  }

  private Acted share(Person person, String reference, Copy copy) throws SQLException {
    return points.share(person.leader, reference, List.of(copy), 0, NOW);
  }

  private UUID text(Person person, String reference) {
    return reports.find(person.leader, reference).orElseThrow().texts().getFirst().text();
  }

  private JsonNode read(Person person, String reference) throws GeneralSecurityException {
    Report.Text text = reports.find(person.leader, reference).orElseThrow().texts().getFirst();
    return JsonMapper.shared().readTree(person.secret.open(text.sealed(), place(text.text())));
  }

  private static byte[] place(UUID text) {
    return SealedWords.place(HOME, text);
  }

  private String confide(String words) throws SQLException {
    String reference = ids.reference();
    add(confided(ids.uuid(), reference, 0, words));
    return reference;
  }

  private void add(Confided confided) throws SQLException {
    databases.inTransaction(
        Login.INTAKE,
        tx -> {
          texts.add(tx, List.of(confided));
          return true;
        });
  }

  private Confided confided(UUID report, String reference, int ordinal, String words) {
    return new Confided(
        HOME,
        report,
        reference,
        ids.uuid(),
        ordinal,
        DAY,
        NOW,
        Kind.THREAT,
        null,
        false,
        ids.salt(),
        ids.salt(),
        ids.salt(),
        words);
  }

  private Person focalPoint(String role) throws SQLException {
    var leader = new Leader(ids.uuid(), HOME, "p " + ids.reference(), Set.of(role));
    databases
        .as(Login.INBOX)
        .sql(
            """
            insert into leader.account (organisation, account, name, password, roles, created)
            values (?, ?, ?, '', array[?], ?)
            """)
        .params(HOME, leader.account(), leader.name(), role, DAY)
        .update();
    var person = new Person(leader, PersonSecret.random());
    add(person);
    return person;
  }

  /** Whether they begin to use their key with that. */
  private boolean add(Person person) throws SQLException {
    PersonKey open = person.secret.publicKey();
    String role = FocalRole.of(person.leader).orElseThrow();
    var key = new FocalKey(open.name(), role, person.leader.account(), open, new byte[80], DAY);
    return keys.add(HOME, key, DAY);
  }

  private void removeAccount(Person person) {
    databases
        .as(Login.INBOX)
        .sql("delete from leader.account where organisation = ? and account = ?")
        .params(HOME, person.leader.account())
        .update();
  }

  private record Person(Leader leader, PersonSecret secret) {}
}
