package org.answerable.confidential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.answerable.platform.keys.PersonSecret;
import org.answerable.platform.keys.SeizedKeys;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoLine;
import org.answerable.testing.OwnersView;
import org.answerable.testing.RunningServer;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The whole machine is taken: the disk, all keys on it, each table, and the memory of a fresh
 * start. What a list marked as for a focal point is not found. What is for leaders is: so the
 * search can find.
 */
@Apart
class SeizedServerIT {
  private static final String CONFIDED = "zebuquartz";
  private static final String CONFIDED_AFTER = "marblefoxes";
  private static final String FOR_LEADERS = "drumlinsyrup";
  private static final Pattern INVITATION = Pattern.compile("/invitation/(\\S+)");
  private final PersonSecret outside = PersonSecret.random();

  @Test
  void nothingOfWhatIsConfidedIsFoundOnASeizedServer(@TempDir Path folder) throws Exception {
    try (var line = new DemoLine(folder, Map.of())) {
      line.server().start();
      makeKey(line.server());
      write(line);
      List<byte[]> seized = seize(line.server(), folder.resolve("seized"));

      assertThat(found(FOR_LEADERS, seized)).as("the search can find").isTrue();
      for (String word : List.of(CONFIDED, CONFIDED_AFTER)) {
        assertThat(found(word, seized)).as("%s in what was opened", word).isFalse();
        assertThat(new Forms(word).below(folder)).as("%s on the disk", word).isEmpty();
      }
    }
  }

  /**
   * Until there is a key outside, the server could read: the demo says so, other lines are closed.
   */
  @Test
  void whatWaitsForAFirstKeyIsFoundAndNotAfterIt(@TempDir Path folder) throws Exception {
    try (var line = new DemoLine(folder, Map.of())) {
      line.server().start();
      write(line);
      List<byte[]> before = seize(line.server(), folder.resolve("before"));
      assertThat(found(CONFIDED, before)).isTrue();

      makeKey(line.server());
      List<byte[]> after = seize(line.server(), folder.resolve("after"));
      assertThat(found(CONFIDED, after)).isFalse();
      assertThat(found(FOR_LEADERS, after)).isTrue();
    }
  }

  private void makeKey(RunningServer server) throws Exception {
    var visitor = new Visitor(server.url("/").getPort());
    String token = lastInvitation(server);
    visitor.accept(token, "asha", "three words of mine");
    var base64 = Base64.getEncoder();
    var answer =
        visitor.submit(
            "/inbox/confidential/key",
            "/inbox/confidential/key",
            Map.of(
                "open", base64.encodeToString(outside.publicKey().bytes()),
                "wrapped", base64.encodeToString(outside.wrap("kamo rilu tesa bovi pade"))));
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  /** The last start's: it is printed a moment after the application is healthy. */
  private static String lastInvitation(RunningServer server) throws InterruptedException {
    int starts = server.output().split("Answerable is ready", -1).length;
    List<String> tokens = List.of();
    for (int tries = 0; tokens.size() < starts - 1 || tokens.isEmpty(); tries++) {
      assertThat(tries).isLessThan(100);
      Thread.sleep(100);
      tokens = INVITATION.matcher(server.output()).results().map(found -> found.group(1)).toList();
    }
    return tokens.getLast();
  }

  /** Marked by a list, then more of it; and one for leaders, from another phone. */
  private static void write(DemoLine line) throws Exception {
    String phone = "+99955500001";
    line.text("SM1", phone, "plz help my uncle touches me at nite im 14 " + CONFIDED);
    line.text("SM2", phone, "he is called " + CONFIDED_AFTER);
    line.text("SM3", "+99955500002", "no " + FOR_LEADERS + " at mto since monday");
  }

  /**
   * Copies the disk as it is after everything was killed, dumps the memory of the next start, and
   * tries every key on each value of each table.
   *
   * @return all that opened, and all that stood there
   */
  private static List<byte[]> seize(RunningServer server, Path copy) throws Exception {
    server.killEverything();
    FileSystemUtils.copyRecursively(server.dataDir(), copy);
    server.start();
    dumpMemory(server.pid(), copy.resolve("memory.hprof"));
    var keys = new SeizedKeys(copy.resolve("keys"), DemoLine.ORGANISATION);
    JdbcClient owner = OwnersView.of(server.dataDir(), copy.resolve("keys"));
    var all = new ArrayList<byte[]>();
    int people =
        keys.learn(owner.sql("select * from constituent.constituent").query().listOfRows());
    assertThat(people).as("people's own keys that open").isEqualTo(2);
    for (String table : tables(owner)) {
      for (Map<String, Object> row : owner.sql("select * from " + table).query().listOfRows()) {
        all.addAll(keys.open(table, row));
        for (Object value : row.values()) {
          all.add(
              value instanceof byte[] bytes
                  ? bytes
                  : String.valueOf(value).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return all;
  }

  private static boolean found(String word, List<byte[]> all) {
    var traces = new Forms(word);
    return all.stream().anyMatch(traces::in);
  }

  private static void dumpMemory(long pid, Path file) throws Exception {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process dump =
        new ProcessBuilder(jcmd, Long.toString(pid), "GC.heap_dump", "-all", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(dump.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.size(file)).isPositive();
  }

  private static List<String> tables(JdbcClient owner) {
    return owner
        .sql(
            """
            select format('%I.%I', n.nspname, c.relname) from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
              and n.nspname <> 'information_schema'
            """)
        .query(String.class)
        .list();
  }
}
