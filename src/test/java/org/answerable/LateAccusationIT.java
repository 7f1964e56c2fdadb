package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.AccusedWorld.Accusation;
import org.answerable.audit.LogVerifyCommand;
import org.answerable.feedback.Decision;
import org.answerable.feedback.ResponseDraft;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Declaration;
import org.answerable.responselog.DeclaredRules;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Staging;
import org.answerable.testing.Apart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A feedback in the log turns out to accuse somebody: until the quarter is over nobody who watches
 * the pages sees that anything happened to it, nor which of those that are late it is.
 */
@Apart
@ResourceLock(Apart.LOGGING)
class LateAccusationIT {
  private static final String LATE = AccusedWorld.reference("text 4");
  private static final String WAITING = AccusedWorld.reference("text 3");
  private static final String OTHER = AccusedWorld.reference("text 1");
  private static final String AT_ITS_SLOT = AccusedWorld.reference("text 7");
  private static final String PROMISED = AccusedWorld.reference("text 6");
  private static final String HOME = "/" + AccusedWorld.ORGANISATION;
  private static final String OVERTAKEN = "goes by other files than the public log says";
  @TempDir private Path folder;

  @Test
  void whatTurnsOutToAccuseLooksLikeAnyOtherUntilTheQuarterIsOver() throws Exception {
    try (var world = new AccusedWorld(folder)) {
      world.tell(Accusation.NONE);
      assertThat(row(world, LATE)).contains(",overdue,");
      assertThat(row(world, WAITING)).doesNotContain(",overdue,");
      Map<String, String> before = pages(world);
      world.accuse("text 4");
      world.accuse("text 3");
      world.slot();
      world.slot(); // covers among them, so pages are built anew
      assertThat(pages(world)).as("in its slot").isEqualTo(before);
      verifies(world);

      world.answer("Juma", PROMISED, promise(world.today().plusDays(10)));
      world.days(25, () -> accuseAtItsSlot(world));
      assertThat(world.times("entry", "overdue", AT_ITS_SLOT)).isEqualTo(1);
      assertThat(world.times("entry", "commitment missed", PROMISED)).isEqualTo(1);
      for (String reference : List.of(LATE, WAITING, OTHER)) {
        assertThat(row(world, reference)).contains(",overdue,");
        assertThat(world.visitor().get(HOME + "/log/" + reference).body())
            .as("the log says so")
            .contains("No answer came.");
      }
      verifies(world);

      world.days(21);
      assertThat(world.today().getYear()).as("another quarter").isEqualTo(2027);
      for (String reference : List.of(LATE, WAITING)) {
        assertThat(row(world, reference)).contains(",closed,");
        assertThat(world.visitor().get(HOME + "/log/" + reference).body())
            .contains("Not followed here any more");
      }
      assertThat(row(world, OTHER)).contains(",overdue,");
      verifies(world);
      overtake(world);
      verifies(world);
    }
  }

  /** It is found late, and turns out to accuse before the log says so. */
  private static void accuseAtItsSlot(AccusedWorld world) throws SQLException {
    if (world.times("staged", "overdue", AT_ITS_SLOT) > 0) {
      world.accuse("text 7");
      world.beginSlot();
    }
    if (world.times("staged", "commitment missed", PROMISED) > 0) {
      world.accuse("text 6");
      world.beginSlot();
    }
  }

  private static ResponseDraft promise(LocalDate by) {
    return new ResponseDraft(Decision.WILL_DO, "We will.", "A roof", "programmes", by);
  }

  /** Another machine starts with other files: leaders who come to this one are told. */
  private static void overtake(AccusedWorld world) throws Exception {
    var home = world.bean(Organisations.class).get(AccusedWorld.ORGANISATION);
    assertThat(world.accused().get("/inbox").body()).doesNotContain(OVERTAKEN);
    String rules = DeclaredRules.deadlines(home).canonical();
    var other =
        Declaration.of(Declaration.What.DEADLINES, rules.replace("\"report\":14", "\"report\":30"));
    Entry said =
        new Entry.DeclarationChanged(world.today(), other.what(), other.hash(), other.published());
    world
        .bean(Databases.class)
        .inTransaction(
            Login.INBOX,
            tx -> {
              world.bean(Staging.class).stage(tx, home.id(), List.of(said));
              return 1;
            });
    world.bean(Sequencer.class).sequence(home, world.now());
    assertThat(world.accused().get("/inbox").body()).contains(OVERTAKEN, "the deadlines");
  }

  private static Map<String, String> pages(AccusedWorld world) throws Exception {
    Map<String, String> pages = new LinkedHashMap<>();
    for (String path :
        List.of(
            "",
            "/log",
            "/log?status=overdue",
            "/commitments",
            "/log.csv",
            "/log.hxl.csv",
            "/log.atom",
            "/log.json",
            "/open311/v2/requests.json",
            "/log/" + LATE,
            "/log/" + WAITING)) {
      pages.put(path, world.visitor().get(HOME + path).body());
    }
    return pages;
  }

  private static String row(AccusedWorld world, String reference) throws Exception {
    return world
        .visitor()
        .get(HOME + "/log.csv")
        .body()
        .lines()
        .filter(line -> line.startsWith(reference))
        .findFirst()
        .orElseThrow();
  }

  private void verifies(AccusedWorld world) throws Exception {
    var said = new ByteArrayOutputStream();
    var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    int status =
        new LogVerifyCommand(name -> null, world::now)
            .run(
                List.of(world.address() + HOME, "--state", folder.resolve("seen").toString()),
                stream,
                stream,
                InputStream.nullInputStream());
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }
}
