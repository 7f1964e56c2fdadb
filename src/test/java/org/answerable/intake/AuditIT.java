package org.answerable.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.confidential.AccountCommand;
import org.answerable.confidential.Accounting;
import org.answerable.confidential.FocalKey;
import org.answerable.confidential.FocalKeys;
import org.answerable.effect.EffectWriter;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.PersonSecret;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.PublicLog;
import org.answerable.responselog.ReceiptIssued;
import org.answerable.responselog.Receipts;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Tree;
import org.answerable.testing.FreshFolder;
import org.answerable.testing.LogMirror;
import org.answerable.testing.LogMirror.Verdict;
import org.answerable.testing.WholeDatabase;
import org.answerable.tlog.EntryBundle;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.Tile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * P15: whoever rules the database drops, swaps, relabels or backdates one feedback, and the audit
 * names it: {@code log verify}, the focal point who accounts, or whoever holds the receipt.
 */
@SpringBootTest(classes = AuditContext.class)
@ContextConfiguration(initializers = FreshFolder.class)
class AuditIT {
  private static final AtomicInteger TAKEN = new AtomicInteger();
  private static final Instant START = Instant.parse("2026-11-24T09:10:00Z");
  private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
  private static final String PASSPHRASE = "kamo rilu tesa bovi pade";

  @Autowired private Organisations organisations;
  @Autowired private List<EffectWriter<?>> writers;
  @Autowired private EffectWriter<ReceiptIssued> receiptWriter;
  @Autowired private Slots slots;
  @Autowired private Sequencer sequencer;
  @Autowired private Databases databases;
  @Autowired private RootKey root;
  @Autowired private Sealer sealer;
  @Autowired private Ids ids;
  @Autowired private Tree tree;
  @Autowired private PublicLog log;
  @Autowired private Receipts receipts;
  @Autowired private FocalKeys keys;
  @Autowired private Accounting accounting;
  @Autowired private AnswerableProperties properties;
  @TempDir private Path folder;
  private final PersonSecret outside = PersonSecret.random();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Organisation home;
  private WholeDatabase database;
  private IntakeWorld world;
  private Leader focal;
  private Instant slot = TEN;
  private int copies;

  @BeforeEach
  void someFeedbackOfEachKind() throws SQLException {
    home = organisations.all().get(TAKEN.getAndIncrement());
    database = new WholeDatabase(databases, root);
    world = new IntakeWorld(home, databases, database, writers, slots, sealer, ids);
    focal = new Leader(ids.uuid(), home.id(), "Juma " + home.id(), Set.of(Role.FOCAL_OUTSIDE));
    addKey();
    IntakeIT.now = START;
    for (int i = 0; i < 4; i++) {
      world.give("no syrup " + i);
    }
    world.give("the nurse asks for money", Sensitivity.S2, null);
    world.give("he comes at night", Sensitivity.S3, null);
    world.give("win a phone", Sensitivity.S0, Aside.SPAM);
    world.withdraw(world.give("forget it"));
    slotPasses();
  }

  private void addKey() throws SQLException {
    LocalDate day = IntakeIT.TODAY;
    databases
        .as(Login.INBOX)
        .sql(
            """
            insert into leader.account (organisation, account, name, password, roles, created)
            values (?, ?, ?, '', array[?], ?)
            """)
        .params(home.id(), focal.account(), focal.name(), Role.FOCAL_OUTSIDE, day)
        .update();
    keys.add(
        home.id(),
        new FocalKey(
            outside.publicKey().name(),
            Role.FOCAL_OUTSIDE,
            focal.account(),
            outside.publicKey(),
            outside.wrap(PASSPHRASE),
            day),
        day);
  }

  private void slotPasses() throws SQLException {
    world.slotAt(slot);
    slot = slot.plus(Duration.ofHours(1));
  }

  private void sql(String statement) {
    int rows = database.owner().sql(statement.replace("HOME", "'" + home.id() + "'")).update();
    assertThat(rows).as(statement).isPositive();
  }

  private Verdict verify() {
    return LogMirror.verify(copy().toString(), folder.resolve("seen"));
  }

  private Path copy() {
    Path copy = folder.resolve("copy-" + copies++);
    new LogMirror(this::served).copy(copy);
    return copy;
  }

  private Optional<byte[]> served(String path) {
    try {
      return switch (path) {
        case "key" -> Optional.of((tree.key(home.id()) + "\n").getBytes(UTF_8));
        case "checkpoint" -> tree.checkpoint(home.id());
        default ->
            path.startsWith("tile/entries/")
                ? tree.bundle(home.id(), EntryBundle.parse(path))
                : tree.tile(home.id(), Tile.parse(path));
      };
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  /** On the focal point's own machine. */
  private int account(String... more) throws Exception {
    Path file = folder.resolve("home.account");
    Files.write(file, accounting.file(focal).orElseThrow());
    var args = new ArrayList<>(List.of(file.toString(), copy().toString()));
    args.addAll(List.of(more));
    said.reset();
    var stream = new PrintStream(said, true, UTF_8);
    return new AccountCommand(InstantSource.system())
        .run(args, stream, stream, new ByteArrayInputStream((PASSPHRASE + "\n").getBytes(UTF_8)));
  }

  private String said() {
    return said.toString(UTF_8);
  }

  /** What the command printed for the page. */
  private String statement() {
    return said().substring(said().indexOf(tree.key(home.id()).replaceFirst("\\+.*", "")));
  }

  @Test
  void whatIsNotOpenedIsAccountedForAndEverybodySeesIt() throws Exception {
    assertThat(verify().said()).contains("Nobody outside has said yet");
    assertThat(account()).as(said()).isZero();
    assertThat(said())
        .contains(" covers, 2 in confidence, 2 set aside, taken back or", "fewer than 10");
    assertThat(accounting.take(focal, statement(), IntakeIT.now)).isEqualTo(Accounting.Taken.DONE);
    slotPasses();
    assertThat(verify().said())
        .contains("Accounted for until 2026-11-24", "by the focal point outside", "fewer than 10")
        .doesNotContain("by nobody");
    assertThat(log.accounted(home.id())).contains(IntakeIT.TODAY);
    world.give("one more", Sensitivity.S2, null);
    slotPasses();
    slotPasses();
    assertThat(account()).as(said()).isZero();
    assertThat(said()).contains(" 1 in confidence, 0 set aside");
    assertThat(accounting.take(focal, statement(), IntakeIT.now)).isEqualTo(Accounting.Taken.DONE);
    slotPasses();
    assertThat(verify().status()).isZero();
  }

  @Test
  void whatStillWaitsToBeSortedIsNotAccountedForYet() throws Exception {
    world.give("not at its slot yet");
    sequencer.sequence(home, slot);
    assertThat(accounting.file(focal)).as("all came on the same day").isEmpty();
  }

  /** Its commitment is in the log, and no leader ever reads it. */
  @Test
  void aFeedbackThatIsDroppedIsNamedByWhoAccounts() throws Exception {
    world.give("the money is gone");
    sequencer.sequence(home, slot);
    sql("delete from intake.part where organisation = HOME and not shown");
    sql("delete from intake.given where organisation = HOME and not shown");
    slotPasses();
    assertThat(verify().status()).isZero();
    assertThat(account()).isEqualTo(1);
    assertThat(said())
        .contains("it is no cover, and nobody has told you what it is.", "Nothing was signed.")
        .doesNotContain("answerable accounted v1");
  }

  /** Whoever was given a receipt asks for their commitment. */
  @Test
  void aFeedbackThatIsDroppedBeforeItIsCommittedToIsNamedByItsReceipt() throws Exception {
    var given = world.give("the money is gone");
    receipt("48219307", given);
    var kept = world.give("no syrup");
    receipt("11112222", kept);
    sql(
        "delete from responselog.staged where organisation = HOME and entry = '%s'"
            .formatted(given.text().part()));
    sql("delete from intake.part where part = '%s'".formatted(given.text().part()));
    sql("delete from intake.given where feedback = '%s'".formatted(given.feedback()));
    slotPasses();
    assertThat(receipts.state(home.id(), "48219307").orElseThrow().index()).isNull();
    Long index = receipts.state(home.id(), "11112222").orElseThrow().index();
    assertThat(index).isNotNull();
  }

  private void receipt(String digits, IntakeWorld.Given given) throws SQLException {
    var issued =
        new ReceiptIssued(
            home.id(),
            digits,
            given.text().commitment(),
            new byte[32],
            IntakeIT.TODAY,
            IntakeIT.TODAY);
    databases.inTransaction(
        Login.INTAKE,
        tx -> {
          receiptWriter.write(tx, List.of(issued));
          return issued;
        });
  }

  /** Two texts change their places, their names, or their hashes before they are opened. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update intake.part p set salt = o.salt, text_hash = o.text_hash from intake.part o",
        "update intake.part p set text_hash = o.text_hash from intake.part o",
        "update intake.part p set salt = o.salt, text_hash = o.text_hash,"
            + " commitment = o.commitment from intake.part o",
      })
  void twoFeedbacksThatAreSwappedAreNamed(String swap) throws Exception {
    world.give("the chair took it");
    world.give("asante");
    sequencer.sequence(home, slot);
    sql(
        swap
            + " where p.organisation = HOME and o.organisation = HOME and p.part <> o.part"
            + " and not p.shown and not o.shown");
    slotPasses();
    assertThat(verify().status()).isEqualTo(1);
    assertThat(verify().said())
        .containsPattern("entry \\d+ opens a commitment that was made for something else");
  }

  @Test
  void aFeedbackThatIsRelabelledIsNamed() throws Exception {
    world.give("the chair took it");
    sequencer.sequence(home, slot);
    sql("update intake.given set reference = 'AAAA-2222' where organisation = HOME and not shown");
    slotPasses();
    assertThat(verify().said())
        .containsPattern("entry \\d+ opens a commitment that was made for something else");
  }

  @Test
  void aFeedbackThatIsAskedLaterThanItCameIsNamed() throws Exception {
    world.give("the chair took it");
    sequencer.sequence(home, slot);
    sql("update intake.given set day = day + 3 where organisation = HOME and not shown");
    slotPasses();
    assertThat(verify().said())
        .containsPattern(
            "entry \\d+ says that it was asked on 2026-11-27, but was committed to on"
                + " 2026-11-24");
  }

  /** What is dropped under the name of a cover, or by another seed, is none. */
  @Test
  void coversOfAnotherSeedAreNoCovers() throws Exception {
    slotPasses();
    Path seed = properties.keysDir().resolve(home.id()).resolve("covers-2026-11.key");
    assertThat(account()).isZero();
    Files.writeString(seed, "ab".repeat(32) + "\n");
    assertThat(account()).isEqualTo(1);
    assertThat(said().lines().filter(line -> line.contains("it is no cover")))
        .hasSizeGreaterThan(0);
  }

  @Test
  void aNoteThatIsTakenAwayOrForgedIsMissed() throws Exception {
    sql("delete from confidential.account where organisation = HOME");
    assertThat(account()).isEqualTo(1);
    assertThat(said().lines().filter(line -> line.contains("it is no cover"))).hasSize(4);
    assertThat(account("--from", "99")).as("nothing behind it").isEqualTo(1);
  }

  /** The server can neither sign for the focal point nor use what they said elsewhere. */
  @Test
  void aStatementOfSomebodyElseOrAboutAnotherLogIsNotTaken() throws Exception {
    account();
    String statement = statement();
    for (String wrong :
        List.of(
            "",
            "x\ny",
            statement.replace("from 0", "from 1"),
            statement.substring(statement.indexOf('\n') + 1))) {
      assertThat(accounting.take(focal, wrong, IntakeIT.now))
          .isEqualTo(Accounting.Taken.NOT_SIGNED);
    }
    var other = new Leader(ids.uuid(), home.id(), "Other", Set.of(Role.FOCAL_OUTSIDE));
    assertThat(accounting.take(other, statement, IntakeIT.now))
        .isEqualTo(Accounting.Taken.NOT_SIGNED);
    var elsewhere =
        new Leader(
            focal.account(),
            organisations.all().getLast().id(),
            "Juma",
            Set.of(Role.FOCAL_OUTSIDE));
    assertThat(accounting.take(elsewhere, statement, IntakeIT.now))
        .isEqualTo(Accounting.Taken.NOT_SIGNED);
    assertThat(database.count("responselog.staged where organisation = ?", home.id())).isZero();
  }

  @Test
  void aWrongPassphraseSignsNothing() throws Exception {
    Path file = folder.resolve("home.account");
    Files.write(file, accounting.file(focal).orElseThrow());
    var stream = new PrintStream(said, true, UTF_8);
    int status =
        new AccountCommand(InstantSource.system())
            .run(
                List.of(file.toString(), copy().toString()),
                stream,
                stream,
                new ByteArrayInputStream("five other words of mine\n".getBytes(UTF_8)));
    assertThat(status).isEqualTo(1);
    assertThat(said()).contains("this passphrase does not open your key");
  }
}
