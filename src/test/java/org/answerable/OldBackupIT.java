package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.answerable.platform.embedded.PostgresServer;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.SeizedKeys;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoLine;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Invariant 5, and attack P3: whoever has an old backup of the data and all of today's keys finds
 * nobody in it. That the attack finds people is shown where it may: with the keys of the backup's
 * day, and today's data.
 */
@Apart
class OldBackupIT {
  private static final String HOME = DemoLine.ORGANISATION;
  private static final String GONE = "+999500001234";
  private static final String STAYS = "+999500005678";
  private static final int GUESSES = 1_000_000;
  private static final int SOME_GUESSES = 10_000;
  private static final long FIRST_GUESS = 999_500_000_000L;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  @TempDir private Path folder;

  @Test
  void nobodyIsFoundInAnOldBackupWithTodaysKeys() throws Exception {
    try (var line = new DemoLine(folder, Map.of("answerable.keys-dir", keys().toString()))) {
      line.server().start();
      line.text("SM1", GONE, "no syrup at Mto");
      String receipt = receipt(line.text("SM2", STAYS, "no chairs at Kilima"));
      assertThat(line.server().terminate()).isNotEqualTo(1);
      Path data = line.server().dataDir();
      Path backup = copy(data, folder.resolve("backup"));
      Path keysThen = copy(keys(), folder.resolve("keys-then"));

      line.server().start();
      String asked = line.text("SM3", GONE, "FORGET");
      assertThat(line.text("SM4", GONE, "FORGET " + digits(asked))).startsWith("Done.");
      rotate(line);
      line.server().terminate();

      Found then = attack(copy(backup, folder.resolve("then")), keysThen, SOME_GUESSES);
      assertThat(then.confirmed).containsExactlyInAnyOrder(GONE, STAYS);
      assertThat(then.opened).anyMatch(has(GONE)).anyMatch(has("no syrup at Mto"));
      Found today = attack(copy(data, folder.resolve("today")), keys(), SOME_GUESSES);
      assertThat(today.confirmed).containsExactly(STAYS);
      assertThat(today.opened).anyMatch(has(STAYS)).noneMatch(has(GONE));

      Found old = attack(copy(backup, folder.resolve("old")), keys(), GUESSES);
      assertThat(old.confirmed).isEmpty();
      assertThat(old.people).isZero();
      assertThat(old.opened).isEmpty();

      FileSystemUtils.deleteRecursively(data);
      copy(backup, data);
      line.server().launch();
      assertThat(line.server().awaitExit()).isEqualTo(1);
      assertThat(line.server().output())
          .contains("The data of " + HOME + " is older than its keys")
          .contains("keys begin-anew " + HOME);

      line.server().property("begin-anew", HOME).start();
      assertThat(text(line, "STATUS " + receipt)).startsWith(receipt + ": ");
      assertThat(line.text("SM2", STAYS, "no light at Mto")).startsWith("We have it.");
      rotate(line);
      assertThat(line.text("SM6", STAYS, "and no water")).startsWith("Added to ");
      assertThat(line.server().output())
          .contains(HOME + " began anew with epoch 4: 2 people are forgotten");
      leadersRead(line, "These words were lost", "no light at Mto");
    }
  }

  private static String text(DemoLine line, String text) throws Exception {
    return line.text("SM5", "+999500009999", text);
  }

  private static String digits(String reply) {
    Matcher digits = Pattern.compile("\\b\\d{4}\\b").matcher(reply);
    assertThat(digits.find()).as(reply).isTrue();
    return digits.group();
  }

  private static String receipt(String reply) {
    Matcher code = Pattern.compile("\\d{4}-\\d{4}").matcher(reply);
    assertThat(code.find()).as(reply).isTrue();
    return code.group();
  }

  /** What stands in the inbox from some slot on, read as a leader who has just come in. */
  private static void leadersRead(DemoLine line, String... words) throws Exception {
    var leader = new Visitor(line.server().url("/").getPort());
    leader.accept(line.server().invitation(), "asha", "three words of mine");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(leader.get("/inbox").body()).contains(words));
  }

  /**
   * What somebody finds.
   *
   * @param people whose own keys open
   * @param confirmed numbers of which it is seen that they wrote
   * @param opened all that opens
   */
  private record Found(int people, List<String> confirmed, List<String> opened) {}

  private static Found attack(Path data, Path keysDir, int guesses) throws IOException {
    var keys = new SeizedKeys(keysDir, HOME);
    try (var server = PostgresServer.start(data, superusersPassword(keysDir))) {
      JdbcClient client = JdbcClient.create(server.superuser("answerable"));
      List<Map<String, Object>> people = rows(client, "constituent.constituent");
      int learned = keys.learn(people);
      var opened = new ArrayList<String>();
      for (String table : tables(client)) {
        for (Map<String, Object> row : rows(client, table)) {
          keys.open(table, row).forEach(one -> opened.add(new String(one, StandardCharsets.UTF_8)));
        }
      }
      return new Found(learned, confirmed(keys, people, guesses), opened);
    }
  }

  private static String superusersPassword(Path keysDir) throws IOException {
    byte[] password = RootKey.openOrCreate(keysDir).derive("database login superuser");
    return HexFormat.of().formatHex(password);
  }

  private static List<String> confirmed(
      SeizedKeys keys, List<Map<String, Object>> people, int guesses) {
    Set<ByteBuffer> lookups = new HashSet<>();
    for (Map<String, Object> person : people) {
      lookups.add(ByteBuffer.wrap((byte[]) person.get("lookup")));
    }
    return LongStream.range(FIRST_GUESS, FIRST_GUESS + guesses)
        .parallel()
        .mapToObj(guess -> "+" + guess)
        .filter(
            number ->
                keys.lookups("sms", number).stream()
                    .map(ByteBuffer::wrap)
                    .anyMatch(lookups::contains))
        .toList();
  }

  private static Predicate<String> has(String words) {
    return text -> text.contains(words);
  }

  private static List<String> tables(JdbcClient client) {
    return client
        .sql(
            """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema !~ '^(pg_|information_schema)'
            """)
        .query(String.class)
        .list();
  }

  private static List<Map<String, Object>> rows(JdbcClient client, String table) {
    return client.sql("select * from " + table).query().listOfRows();
  }

  private void rotate(DemoLine line) throws IOException {
    int status =
        new CommandLine(options -> {})
            .run(
                new String[] {
                  "keys",
                  "rotate",
                  HOME,
                  "--answerable.data-dir=" + line.server().dataDir(),
                  "--answerable.keys-dir=" + keys()
                },
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                InputStream.nullInputStream());
    assertThat(status).isZero();
  }

  private Path keys() {
    return folder.resolve("keys");
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return to;
  }
}
