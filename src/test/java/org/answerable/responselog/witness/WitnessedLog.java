package org.answerable.responselog.witness;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.answerable.effect.EffectWriter;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Witness;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.RootKey;
import org.answerable.responselog.Cosignatures;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryStaged;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Tree;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.ShippedWords;
import org.answerable.testing.StandInWitness;
import org.answerable.tlog.Hash;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.VerifierKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An organisation with a witness, whose log has some hundred entries; one for all tests of it. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WitnessedLog {
  static final String ORGANISATION = "ushahidi-wa-nje";
  private static final Path CONFIG = Path.of("target", "witness-it");
  static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration ASKED_WITHIN = Duration.ofSeconds(40);
  static final StandInWitness WITNESS = new StandInWitness("witness.example/w1");

  @LocalServerPort int port;
  @Autowired private Sequencer sequencer;
  @Autowired private EffectWriter<EntryStaged> staged;
  @Autowired Databases databases;
  @Autowired RootKey root;
  @Autowired Tree tree;
  @Autowired Cosignatures cosignatures;
  @Autowired private InstantSource clock;
  private final HttpPost post = new HttpPost(PATIENCE);
  Organisation home;
  Asking asking;

  @DynamicPropertySource
  static void ownOrganisation(DynamicPropertyRegistry properties) {
    properties.add("answerable.config-dir", WitnessedLog::config);
  }

  private static String config() {
    try {
      Path organisations = Files.createDirectories(CONFIG.resolve("organisations"));
      String yaml =
          Files.readString(Path.of("config/organisations/baraza-letu.yaml"))
              .replace("id: baraza-letu", "id: " + ORGANISATION);
      WITNESS.nameIn(Files.writeString(organisations.resolve(ORGANISATION + ".yaml"), yaml));
      ShippedWords.copyTo(CONFIG);
      return CONFIG.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  void begin(@Autowired Organisations organisations) throws Exception {
    home = organisations.get(ORGANISATION);
    asking = new Asking(tree, cosignatures, post, clock);
    WITNESS.watching(VerifierKey.parse(tree.key(ORGANISATION)));
    grow(300);
    awaitSeen();
  }

  @AfterAll
  void end() {
    post.close();
  }

  static Witness witness(StandInWitness one) {
    return new Witness(one.key(), one.url());
  }

  void grow(int commitments) throws SQLException {
    var random = new SecureRandom();
    var today = home.day(clock.instant());
    var batch =
        Stream.generate(() -> new Entry.Committed(today, random.generateSeed(Hash.BYTES)))
            .map(entry -> new EntryStaged(ORGANISATION, UUID.randomUUID(), entry))
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

  SignedNote latest() throws Exception {
    return SignedNote.parse(tree.checkpoint(ORGANISATION).orElseThrow());
  }

  void awaitSeen() {
    until(() -> latest().isSignedBy(WITNESS.key()));
  }

  static void until(Callable<Boolean> holds) {
    await().atMost(ASKED_WITHIN).until(holds);
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + "/" + ORGANISATION + path);
  }

  HttpResponse<String> get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(url(path)).header("Accept", "text/html").build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
