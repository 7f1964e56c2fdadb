package org.answerable;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.answerable.constituent.jdbc.EpochDesk;
import org.answerable.platform.RunningInstance;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything dies between the request of a command and what the server does of it. */
@Apart
class AskedForIT {
  private static final String HOME = DemoLine.ORGANISATION;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void whatWasAskedForStandsAndIsSaidToAndTheNextServerDoesIt(@TempDir Path folder)
      throws Exception {
    Map<String, String> properties =
        Map.of("answerable.keys-dir", folder.resolve("keys").toString());
    try (var line = new DemoLine(folder, properties);
        var terminal = Executors.newSingleThreadExecutor()) {
      line.server().start();
      EpochDesk desk = desk(line, folder);
      int before = desk.one(HOME).living().epoch();
      Future<Integer> rotating = heldAndKilled(line, folder, desk, terminal::submit);
      assertThat(rotating.get()).isEqualTo(1);
      assertThat(err.toString(StandardCharsets.UTF_8))
          .contains("What was asked for stands")
          .doesNotContain("Nothing more was done");

      line.server().start();
      EpochDesk again = desk(line, folder);
      await().atMost(PATIENCE).until(() -> again.one(HOME).living().epoch() == before + 1);
    }
  }

  /** As long as somebody holds the epoch it can't change: so the request is there when all die. */
  private Future<Integer> heldAndKilled(
      DemoLine line, Path folder, EpochDesk desk, Terminal terminal) throws Exception {
    var owner = RunningInstance.join(options(line, folder)).owner();
    var rotating = new AtomicReference<Future<Integer>>();
    try {
      owner.inTransaction(
          tx -> {
            try (var hold = tx.prepareStatement("select constituent.hold_epoch(?)")) {
              hold.setString(1, HOME);
              hold.execute();
            }
            rotating.set(terminal.run(() -> rotate(line, folder)));
            try {
              await().atMost(PATIENCE).until(() -> desk.one(HOME).asked());
            } catch (Exception e) {
              throw new AssertionError(e);
            }
            line.server().killEverything();
            return true;
          });
    } catch (SQLException e) {
      return requireNonNull(rotating.get()); // the database was killed under the transaction
    }
    throw new AssertionError("the database lives");
  }

  private interface Terminal {
    Future<Integer> run(Callable<Integer> command);
  }

  private int rotate(DemoLine line, Path folder) throws Exception {
    var words = new ArrayList<>(List.of("keys", "rotate", HOME));
    words.addAll(options(line, folder));
    var commandLine =
        new CommandLine(
            options -> {
              throw new AssertionError("the server was started");
            });
    return commandLine.run(
        words.toArray(String[]::new),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        InputStream.nullInputStream());
  }

  private static EpochDesk desk(DemoLine line, Path folder) throws Exception {
    return new EpochDesk(RunningInstance.join(options(line, folder)).owner());
  }

  private static List<String> options(DemoLine line, Path folder) {
    return List.of(
        "--answerable.data-dir=" + line.server().dataDir(),
        "--answerable.keys-dir=" + folder.resolve("keys"),
        "--answerable.config-dir=" + folder.resolve("config"));
  }
}
