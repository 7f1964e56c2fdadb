package org.answerable.leader.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityIT {
  private static LeaderDatabase database;
  private static LeaderServer server;
  @TempDir static Path keys;

  @BeforeAll
  static void start() throws Exception {
    database = new LeaderDatabase();
    server = new LeaderServer(database, keys, new LeaderServer.MovingClock());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, 200",
    "GET, /baraza-letu, 200",
    "GET, /baraza-letu/log, 200",
    "POST, /baraza-letu/log/receipt, 200",
    "POST, /baraza-letu/log, 405",
    "GET, /baraza-letu/nothing/here, 404",
    "GET, /simulator, 200",
    "GET, /actuator/health, 200",
    "POST, /channels/twilio/helpline, 200",
    "GET, /channels/twilio/helpline, 405",
    "GET, /assets/style.css, 200",
    "GET, /nobody, 404",
    "GET, /nobody/log, 404",
    "GET, /secret, 404",
    "POST, /secret, 404",
    "GET, /error, 404",
    "GET, /actuator, 404",
    "GET, /actuator/env, 404",
    "GET, /inboxes, 404",
    "PUT, /, 405",
    "DELETE, /inbox, 405",
    "OPTIONS, /channels/twilio/helpline, 405",
    "PROPFIND, /, 501",
    "BREW, /baraza-letu, 501",
    "GET, /baraza-letu;a=b/log, 400",
    "GET, //baraza-letu, 400",
    "GET, /baraza-letu/%2e%2e/inbox, 400",
    "GET, /inbox%0a, 400"
  })
  void everyPathIsOpenByNameOrNotThere(String method, String path, int status) throws Exception {
    var answer = new Visitor(server.port()).send(method, path, "");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertHeaders(answer);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(answer.body()).doesNotContain("Exception", "at org.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/inbox", "/inbox/people", "/inbox/anything"})
  void theRoomsAskForSignInAndStartNoSession(String path) throws Exception {
    var answer = new Visitor(server.port()).get(path);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertHeaders(answer);
  }

  @Test
  void theSignInFormStartsNoSession() throws Exception {
    var answer = new Visitor(server.port()).get("/login");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("form=")
        .contains("HttpOnly", "SameSite=Strict");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertHeaders(answer);
  }

  @Test
  void aFormWithoutItsTokenIsRefusedWithAPage() throws Exception {
    var leader = new Visitor(server.port());
    leader.accept(server.invite("board"), "Wanjiru", "a quiet ledger line");

    for (String path : new String[] {"/login", "/inbox/answer", "/logout", "/invitation"}) {
      var answer = leader.send("POST", path, Visitor.form(Map.of("_csrf", "made up")));
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(answer.body()).contains("<h1>");
      assertHeaders(answer);
    }
    assertThat(leader.get("/inbox").statusCode()).isEqualTo(200);
  }

  @Test
  void aBrokenFormIsRefusedNotFailed() throws Exception {
    var answer = new Visitor(server.port()).send("POST", "/login", "name=%zz&password=%");

    assertThat(answer.statusCode()).isBetween(400, 403);
  }

  @Test
  void aSignedInLeaderGetsNoCookieOnPublicPages() throws Exception {
    var leader = new Visitor(server.port());
    leader.accept(server.invite("board"), "Otieno", "a quiet ledger line");

    var answer = leader.get("/baraza-letu");

    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void theSimulatorIsThereInTheDemoOnly() throws Exception {
    try (var real =
        new LeaderServer(database, keys, new LeaderServer.MovingClock(), "answerable.demo=false")) {
      assertThat(new Visitor(real.port()).get("/simulator").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void behindHttpsCookiesAreForHttpsAlone() throws Exception {
    try (var https =
        new LeaderServer(
            database,
            keys,
            new LeaderServer.MovingClock(),
            "answerable.public-url=https://baraza.example")) {
      var answer = new Visitor(https.port()).get("/login");

      assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
          .startsWith("__Host-form=")
          .contains("Secure");
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
  }

  private static void assertHeaders(HttpResponse<String> answer) {
    var headers = answer.headers();
    assertThat(headers.firstValue("Content-Security-Policy"))
        .contains(PageHeaders.CONTENT_SECURITY_POLICY);
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Permissions-Policy")).contains(PageHeaders.PERMISSIONS_POLICY);
    assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
  }
}
