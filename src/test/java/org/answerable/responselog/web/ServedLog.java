package org.answerable.responselog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.answerable.effect.EffectWriter;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryStaged;
import org.answerable.responselog.ReceiptIssued;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Staging;
import org.answerable.testing.ApplicationTest;
import org.answerable.tlog.Hash;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An application that serves a log of some hundred entries; one for all tests of it. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedLog {
  private static final int COMMITMENTS = 600;
  private static final AtomicBoolean WRITTEN = new AtomicBoolean();

  @LocalServerPort int port;
  @Autowired Databases databases;
  @Autowired EffectWriter<ReceiptIssued> receipts;
  @Autowired InstantSource clock;
  @Autowired private Sequencer sequencer;
  @Autowired private EffectWriter<EntryStaged> staged;
  private final HttpClient http = HttpClient.newHttpClient();
  Organisation home;

  @DynamicPropertySource
  static void ownOrganisation(DynamicPropertyRegistry properties) {
    properties.add("answerable.config-dir", LogFixture::config);
  }

  @BeforeAll
  void writeTheLog(@Autowired Staging staging, @Autowired Organisations organisations)
      throws Exception {
    home = organisations.get(LogFixture.ORGANISATION);
    if (WRITTEN.compareAndSet(false, true)) {
      new LogFixture(databases, staging, sequencer, receipts, home, clock.instant()).write();
      grow(COMMITMENTS);
    }
  }

  void grow(int commitments) throws SQLException {
    var random = new SecureRandom();
    var today = home.day(clock.instant());
    var batch =
        Stream.generate(() -> new Entry.Committed(today, random.generateSeed(Hash.BYTES)))
            .map(entry -> new EntryStaged(home.id(), UUID.randomUUID(), entry))
            .limit(commitments)
            .toList();
    databases.inTransaction(
        Login.INTAKE,
        tx -> {
          staged.write(tx, batch);
          return commitments;
        });
    sequencer.sequence(home, clock.instant());
  }

  /** What is found below the log's prefix. */
  Optional<byte[]> served(String path) {
    try {
      HttpResponse<byte[]> answer = get(path);
      assertThat(answer.statusCode()).as(path).isIn(200, 404, 410);
      return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (Exception e) {
      throw new AssertionError(path, e);
    }
  }

  HttpRequest.Builder request(String path) {
    return at("/kijiji/tlog/" + path);
  }

  HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  HttpResponse<byte[]> get(String path) throws Exception {
    return send(request(path));
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
