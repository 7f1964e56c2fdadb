package org.answerable.leader.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInIT {
  private static final String PASSWORD = "a quiet ledger line";
  private static LeaderDatabase database;
  @TempDir static Path keys;
  private static int people;
  private LeaderServer server;

  @BeforeAll
  static void startDatabase() throws Exception {
    database = new LeaderDatabase();
  }

  @AfterAll
  static void stopDatabase() throws Exception {
    database.close();
  }

  @BeforeEach
  void start() {
    server = new LeaderServer(database, keys, new LeaderServer.MovingClock());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anInvitationMakesOneAccountAndNoSecond() throws Exception {
    String token = server.invite("programmes");
    var first = new Visitor(server.port());
    var second = new Visitor(server.port());
    String csrfOfSecond = csrf(second.get("/invitation/" + token));

    assertRedirect(first.accept(token, name(), PASSWORD), "/inbox");
    assertThat(first.get("/inbox").body()).isEqualTo("a page");

    var late =
        second.send(
            "POST",
            "/invitation",
            Visitor.form(
                Map.of(
                    "token", token, "name", name(), "password", PASSWORD, "_csrf", csrfOfSecond)));
    assertThat(late.statusCode()).isEqualTo(410);
    assertThat(second.get("/invitation/" + token).statusCode()).isEqualTo(410);
    assertRedirect(second.get("/inbox"), "/login");
  }

  @Test
  void anInvitationEndsAfterItsSeventhDay() throws Exception {
    String token = server.invite("board");
    var visitor = new Visitor(server.port());

    server.clock.pass(Duration.ofDays(7));
    assertThat(visitor.get("/invitation/" + token).statusCode()).isEqualTo(200);
    server.clock.pass(Duration.ofDays(1));
    assertThat(visitor.get("/invitation/" + token).statusCode()).isEqualTo(410);
    assertThat(visitor.accept(token, name(), PASSWORD).statusCode()).isNotEqualTo(302);
  }

  @Test
  void aWeakPasswordChangesNothingAndTheLinkStillWorks() throws Exception {
    String token = server.invite("board");
    var visitor = new Visitor(server.port());

    var refused = visitor.accept(token, name(), "password1234");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Nothing was changed yet", "Many people use this one", "aria-invalid=\"true\"");
    assertRedirect(visitor.accept(token, name(), PASSWORD), "/inbox");
  }

  @Test
  void aTakenNameIsRefusedWhateverItsCase() throws Exception {
    String name = join();

    var refused =
        new Visitor(server.port()).accept(server.invite("board"), name.toUpperCase(), PASSWORD);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Somebody has this name already");
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() throws Exception {
    String name = join();
    var visitor = new Visitor(server.port());

    var wrong = visitor.signIn(name, PASSWORD + "!");
    var unknown = visitor.signIn("nobody", PASSWORD);

    assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
    assertThat(withoutTokens(wrong.body()).replace(name, "nobody"))
        .isEqualTo(withoutTokens(unknown.body()));
    assertThat(wrong.body()).contains("You are not signed in yet");
    assertThat(visitor.signIn("no\0body", PASSWORD).statusCode()).isEqualTo(401);
    assertRedirect(visitor.get("/inbox"), "/login");
    assertRedirect(visitor.signIn(name, PASSWORD), "/inbox");
  }

  @Test
  void whoeverGuessesIsSlowedDownAndNobodyElse() throws Exception {
    String name = join();
    var attacker = new Visitor(server.port(), "127.0.0.66");
    var leader = new Visitor(server.port(), "127.0.0.7");

    for (int i = 0; i < 5; i++) {
      assertThat(attacker.signIn(name, "guess number " + i).statusCode()).isEqualTo(401);
    }
    var stopped = attacker.signIn(name, PASSWORD);

    assertThat(stopped.statusCode()).isEqualTo(429);
    assertThat(stopped.body()).contains("then try again");
    assertThat(stopped.headers().firstValue("Retry-After")).isPresent();
    assertRedirect(leader.signIn(name, PASSWORD), "/inbox");
    server.clock.pass(Duration.ofMinutes(16));
    assertRedirect(attacker.signIn(name, PASSWORD), "/inbox");
  }

  @Test
  void aKnownBrowserIsLetInWhileItsOwnAddressIsSlowedDown() throws Exception {
    String name = name();
    var leader = new Visitor(server.port(), "127.0.0.8");
    assertRedirect(leader.accept(server.invite("board"), name, PASSWORD), "/inbox");
    signOut(leader);
    var neighbour = new Visitor(server.port(), "127.0.0.8");

    for (int i = 0; i < 6; i++) {
      neighbour.signIn(name, "guess number " + i);
    }

    assertThat(neighbour.signIn(name, PASSWORD).statusCode()).isEqualTo(429);
    assertRedirect(leader.signIn(name, PASSWORD), "/inbox");
  }

  @Test
  void aSessionOutlivesARestart() throws Exception {
    var leader = new Visitor(server.port());
    leader.accept(server.invite("board"), name(), PASSWORD);

    server.close();
    server = new LeaderServer(database, keys, server.clock);
    leader.turnTo(server.port());

    assertThat(leader.get("/inbox").statusCode()).isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSession() throws Exception {
    var leader = new Visitor(server.port());
    leader.accept(server.invite("board"), name(), PASSWORD);

    signOut(leader);

    assertRedirect(leader.get("/inbox"), "/login");
  }

  @Test
  void signingInGivesANewSession() throws Exception {
    String name = join();
    var leader = new Visitor(server.port());
    leader.signIn(name, PASSWORD);
    String before = cookie(leader, "session");

    // Signed in already: the form is not shown, but a post may still come.
    leader.submit("/inbox/people", "/login", Map.of("name", name, "password", PASSWORD));

    assertThat(cookie(leader, "session")).isNotEqualTo(before);
    assertThat(leader.get("/inbox").statusCode()).isEqualTo(200);
  }

  @Test
  void aRemovedLeaderIsOutAtOnce() throws Exception {
    var first = new Visitor(server.port());
    first.accept(server.invite("board", "programmes", "reader"), name(), PASSWORD);
    String name = name();
    var second = new Visitor(server.port());
    second.accept(server.invite("programmes"), name, PASSWORD);
    var account = server.accounts().byName(name).orElseThrow().leader().account();

    first.submit("/inbox/people", "/inbox/people/remove", Map.of("account", account.toString()));

    assertRedirect(second.get("/inbox"), "/login");
    assertThat(second.signIn(name, PASSWORD).statusCode()).isEqualTo(401);
  }

  private String join() throws Exception {
    String name = name();
    assertRedirect(
        new Visitor(server.port()).accept(server.invite("board"), name, PASSWORD), "/inbox");
    return name;
  }

  private static void signOut(Visitor leader) throws Exception {
    assertRedirect(leader.submit("/inbox/people", "/logout", Map.of()), "/login");
  }

  private static synchronized String name() {
    people++;
    return "Amina the " + people + "th";
  }

  private static void assertRedirect(HttpResponse<String> answer, String to) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(to);
  }

  private static String csrf(HttpResponse<String> page) {
    return page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
  }

  private static String withoutTokens(String body) {
    return body.replaceAll("value=\"[^\"]{40,}\"", "");
  }

  private static String cookie(Visitor visitor, String name) {
    return visitor.cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }
}
