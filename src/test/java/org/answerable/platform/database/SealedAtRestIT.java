package org.answerable.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever has the whole database and not the keys can read no number, no word and no receipt, and
 * neither can whoever reads what the application prints.
 */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class SealedAtRestIT {
  private static final String NUMBER = "99970012345";
  private static final String WORD = "quinquereme";
  private static final String ADDED_WORD = "trireme";
  private static final Pattern RECEIPT = Pattern.compile("[0-9]{4}-[0-9]{4}");
  private static final Duration RELEASE_LIMIT = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 200;

  private final JdbcClient owner;
  private final Inbound inbound;

  SealedAtRestIT(@Autowired DatabaseServer server, @Autowired Inbound inbound) {
    this.owner = JdbcClient.create(server.owner());
    this.inbound = inbound;
  }

  @Test
  void neitherTheDatabaseNorTheOutputShowsWhoWroteOrWhat(CapturedOutput output)
      throws InterruptedException {
    long released = count("feedback.part");
    String reply = write("A " + WORD + " of syrup is missing");
    write("and a " + ADDED_WORD + " too");
    Matcher receipt = RECEIPT.matcher(reply);
    assertThat(receipt.find()).isTrue();
    String bare = receipt.group().replace("-", "");
    List<String> secrets = List.of(NUMBER, WORD, ADDED_WORD, receipt.group(), bare);

    assertNothingShows(secrets, output);
    awaitRelease(released + 2);
    assertNothingShows(secrets, output);
  }

  /** The scan finds what does stand there. */
  @Test
  void theScanFindsAWordInATextAndInBytes() {
    assertThat(placesOf("programmes")).contains("responselog.feedback");
    assertThat(placesOf("\"type\":\"committed\"")).contains("responselog.entry");
  }

  private void assertNothingShows(List<String> secrets, CapturedOutput output) {
    for (String secret : secrets) {
      assertThat(placesOf(secret)).as("where %s stands readable", secret).isEmpty();
      assertThat(output.getAll()).doesNotContain(secret);
    }
  }

  private String write(String words) {
    var from = new Address("simulator", "+" + NUMBER);
    String id = "sealed at rest " + words.hashCode();
    var message = new IncomingMessage("baraza-letu", id, from, words, Instant.now());
    return inbound.take(message).texts().getFirst().body();
  }

  /** The tables with a row that has the text, as it is or in the bytes of a column. */
  private List<String> placesOf(String text) {
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    var places = new ArrayList<String>();
    tables()
        .forEach(
            table -> {
              String found =
                  "select exists (select from %s t where t::text like ? or t::text like ?)"
                      .formatted(table);
              if (owner
                  .sql(found)
                  .params("%" + text + "%", "%" + hex + "%")
                  .query(Boolean.class)
                  .single()) {
                places.add(table);
              }
            });
    return places;
  }

  private Stream<String> tables() {
    return owner
        .sql(
            """
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            """)
        .query(String.class)
        .list()
        .stream();
  }

  private void awaitRelease(long parts) throws InterruptedException {
    long deadline = System.nanoTime() + RELEASE_LIMIT.toNanos();
    while (count("feedback.part") < parts) {
      assertThat(System.nanoTime()).as("released within %s", RELEASE_LIMIT).isLessThan(deadline);
      Thread.sleep(POLL_MILLIS);
    }
  }

  private long count(String table) {
    return owner.sql("select count(*) from " + table).query(Long.class).single();
  }
}
