package org.answerable.delivery.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.answerable.delivery.Doubt;
import org.answerable.delivery.Phrase;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL of its own with the shipped shape, logins and grants. */
final class OutboxDatabase implements AutoCloseable {
  private static final byte[] COMMITMENT = {4, 8, 2, 1};
  private final EmbeddedPostgres server;
  private final JdbcClient owner;
  private final Databases databases;

  OutboxDatabase() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1").start();
    owner = JdbcClient.create(server.getPostgresDatabase());
    var sources = new EnumMap<Login, DataSource>(Login.class);
    for (Login login : Login.values()) {
      owner.sql("create role test_" + login.word() + " login").update();
      sources.put(login, source(url(login)));
    }
    Flyway.configure()
        .dataSource(server.getPostgresDatabase())
        .placeholders(Map.of("logins", "test"))
        .load()
        .migrate();
    databases = new Databases(sources);
  }

  Databases databases() {
    return databases;
  }

  void addFeedback(String organisation, UUID feedback) {
    owner
        .sql(
            """
            insert into feedback.feedback values (?, ?, ?, '2026-11-24', 'text', ?)
            """)
        .params(organisation, feedback, feedback.toString(), COMMITMENT)
        .update();
  }

  void addReport(String organisation, UUID report) {
    owner
        .sql("insert into confidential.report values (?, ?, ?, '2026-11-24', ?)")
        .params(organisation, report, report.toString(), COMMITMENT)
        .update();
  }

  /** The receipt of every feedback that is here. */
  static String digits(String organisation, byte[] commitment) {
    return Optional.of("48219307")
        .filter(digits -> Arrays.equals(commitment, COMMITMENT))
        .orElseThrow();
  }

  static String notice(String language, String receipt, boolean pin, LocalDate until) {
    return language + " " + receipt + (pin ? " PIN " : " ") + until;
  }

  static String phrase(
      Phrase phrase, Organisation home, String language, String receipt, Map<String, String> own) {
    return language + " " + receipt + " " + phrase.word() + " " + own;
  }

  /** As its owner may: damage, or a loss. */
  void change(String sql) {
    owner.sql(sql).update();
  }

  void clear() {
    owner
        .sql(
            "truncate delivery.outbox, delivery.lease, delivery.outcome, delivery.decision,"
                + " feedback.feedback, confidential.report, responselog.receipt")
        .update();
  }

  /** What became of a response: one row a round. */
  List<String> outcomes(UUID response) {
    return owner
        .sql("select outcome from delivery.outcome where response = ? order by round")
        .param(response)
        .query(String.class)
        .list();
  }

  /** As the inbox shows it. */
  String fate(UUID response) {
    return owner
        .sql("select round || ' ' || outcome from delivery.fate where response = ?")
        .param(response)
        .query(String.class)
        .single();
  }

  /** Any one that waits for a person. */
  List<Doubt> doubts(String organisation) {
    return owner
        .sql("select response, round from delivery.doubt order by random() limit 1")
        .query((row, n) -> new Doubt(organisation, row.getObject(1, UUID.class), row.getInt(2)))
        .list();
  }

  int count(String sql) {
    return owner.sql(sql).query(Integer.class).single();
  }

  /** Rows that still wait or are leased; not what waits for a person. */
  int open() {
    return owner
        .sql(
            "select (select count(*) from delivery.outbox where aside is null)"
                + " + (select count(*) from delivery.lease)")
        .query(Integer.class)
        .single();
  }

  String outboxAsText() {
    return owner.sql("select o::text from delivery.outbox o").query(String.class).single();
  }

  /** How another process comes in as a login. */
  String url(Login login) {
    return server.getJdbcUrl("test_" + login.word(), "postgres");
  }

  static DataSource source(String url) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
