package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import org.answerable.leader.Invitations;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.RootKey;
import org.answerable.testing.AnsweringLeader;
import org.answerable.testing.DemoLine;
import org.answerable.testing.FreshFolder;
import org.answerable.testing.LineAtStandIn;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.Visitor;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** What passed through Twilio is deleted there, hour by hour, and leaders learn when it is not. */
@SpringBootTest(
    classes = Answerable.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "answerable.demo-story=false"})
@ContextConfiguration(initializers = {FreshFolder.class, LineAtStandIn.class})
@DirtiesContext
class DeletionIT {
  private static final StandInTwilio TWILIO = LineAtStandIn.TWILIO;
  private static final String ALARM = "nothing could be deleted at Twilio";
  private static final String TASK = "deletion-" + DemoLine.CHANNEL;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;
  @Autowired private Invitations invitations;
  @Autowired private Organisations organisations;
  @Autowired private Databases databases;
  @Autowired private RootKey root;
  private WholeDatabase database;

  @BeforeEach
  void open() throws SQLException {
    database = new WholeDatabase(databases, root);
  }

  @Test
  void afterTextsAndResponsesTwilioHoldsNothingAndAFailureIsAnAlarm() throws Exception {
    AnsweringLeader answering = leader();
    Visitor leader = answering.visitor();
    for (int phone = 0; phone < 4; phone++) {
      for (int text = 0; text < 3; text++) {
        text("SM%d%d".formatted(phone, text), "+99970123450" + phone);
      }
    }
    answering.answerAll(4);
    await(() -> TWILIO.sent().size() == 4);
    // never reached us, too old to be fetched and too young to be deleted all the same
    TWILIO.holdIncoming("SMX", "+999701234509", Instant.now().minus(Duration.ofHours(156)));
    TWILIO.age(Duration.ofHours(1));
    anHourPasses();
    await(() -> TWILIO.held().size() <= 1);
    assertThat(TWILIO.held()).containsExactly("SMX");
    assertThat(leader.get("/inbox").body()).doesNotContain(ALARM);

    text("SMX", "+999701234509");
    TWILIO.answer(StandInTwilio.Answer.BREAKS);
    for (int hour = 1; hour <= 3; hour++) {
      int failures = hour;
      anHourPasses();
      await(() -> failures() == failures);
    }
    assertThat(TWILIO.held()).containsExactlyInAnyOrder("SMX", "SMXR");
    await(() -> leader.get("/inbox").body().contains(ALARM));
    await(() -> metrics().contains("answerable_deletion_failures{channel=\"line\"} 3.0"));

    TWILIO.answer(StandInTwilio.Answer.ACCEPTS);
    anHourPasses();
    await(() -> TWILIO.held().isEmpty());
    await(() -> !leader.get("/inbox").body().contains(ALARM));
  }

  private void text(String id, String from) throws Exception {
    URI server = URI.create("http://127.0.0.1:" + port + "/");
    var answer =
        TWILIO.text(
            server, LineAtStandIn.PUBLIC_URL, DemoLine.CHANNEL, id, from, "no syrup here again");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private AnsweringLeader leader() throws Exception {
    var roles = Set.of("programmes", "board", "council", "reader");
    return new AnsweringLeader(
        port, invitations.invite(organisations.get(DemoLine.ORGANISATION), roles));
  }

  private void anHourPasses() {
    database
        .owner()
        .sql("update scheduler.scheduled_tasks set execution_time = now() where task_name = ?")
        .param(TASK)
        .update();
  }

  private int failures() {
    return database
        .owner()
        .sql(
            "select coalesce(consecutive_failures, 0) from scheduler.scheduled_tasks where"
                + " task_name = ?")
        .param(TASK)
        .query(Integer.class)
        .single();
  }

  private String metrics() throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var asked =
          HttpRequest.newBuilder(
              URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus"));
      return http.send(asked.build(), HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  private static void await(Callable<Boolean> until) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!until.call()) {
      assertThat(System.nanoTime()).as("within %s", PATIENCE).isLessThan(deadline);
      Thread.sleep(100);
    }
  }
}
