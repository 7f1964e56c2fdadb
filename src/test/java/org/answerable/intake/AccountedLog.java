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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
import org.answerable.responselog.Content;
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
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.json.JsonMapper;

/**
 * A log with some feedback of each kind, in whose focal point's file a test looks; each test has an
 * organisation of its own.
 */
@SpringBootTest(classes = AuditContext.class)
@ContextConfiguration(initializers = FreshFolder.class)
abstract class AccountedLog {
  static final AtomicInteger TAKEN = new AtomicInteger();
  static final LocalDate DAY = LocalDate.of(2026, 6, 24);
  static final Instant START = Instant.parse("2026-06-24T09:10:00Z");
  static final Instant TEN = Instant.parse("2026-06-24T10:00:00Z");
  static final Instant JULY = Instant.parse("2026-07-01T10:00:00Z");
  static final Instant OCTOBER = Instant.parse("2026-10-01T10:00:00Z");
  static final String PASSPHRASE = "kamo rilu tesa bovi pade";

  @Autowired Organisations organisations;
  @Autowired List<EffectWriter<?>> writers;
  @Autowired EffectWriter<ReceiptIssued> receiptWriter;
  @Autowired Slots slots;
  @Autowired Sequencer sequencer;
  @Autowired Databases databases;
  @Autowired RootKey root;
  @Autowired Sealer sealer;
  @Autowired Ids ids;
  @Autowired Tree tree;
  @Autowired PublicLog log;
  @Autowired Receipts receipts;
  @Autowired FocalKeys keys;
  @Autowired Accounting accounting;
  @Autowired AnswerableProperties properties;
  @TempDir Path folder;
  final PersonSecret outside = PersonSecret.random();
  final ByteArrayOutputStream said = new ByteArrayOutputStream();
  Organisation home;
  WholeDatabase database;
  IntakeWorld world;
  Leader focal;
  Instant slot = TEN;
  int copies;

  @BeforeEach
  void someFeedbackOfEachKind() throws SQLException {
    home = organisations.all().get(TAKEN.getAndIncrement());
    database = new WholeDatabase(databases, root);
    world = new IntakeWorld(home, databases, database, writers, slots, sealer, ids);
    focal = new Leader(ids.uuid(), home.id(), "Juma " + home.id(), Set.of(Role.FOCAL_OUTSIDE));
    world.on(DAY);
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

  void addKey() throws SQLException {
    LocalDate day = DAY;
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

  void slotPasses() throws SQLException {
    world.slotAt(slot);
    slot = slot.plus(Duration.ofHours(1));
  }

  /** Something comes in it, and is released. */
  void quarterBegins(Instant moment) throws SQLException {
    world.on(home.day(moment));
    IntakeIT.now = moment.minus(Duration.ofMinutes(50));
    world.give("a text of another quarter");
    slot = moment;
    slotPasses();
  }

  void sql(String statement) {
    int rows = database.owner().sql(statement.replace("HOME", "'" + home.id() + "'")).update();
    assertThat(rows).as(statement).isPositive();
  }

  Verdict verify() {
    return LogMirror.verify(copy().toString(), folder.resolve("seen"));
  }

  Path copy() {
    Path copy = folder.resolve("copy-" + copies++);
    new LogMirror(this::served).copy(copy.resolve("tlog"));
    return copy;
  }

  Optional<byte[]> served(String path) {
    try {
      return switch (path) {
        case "key" -> Optional.of((tree.key(home.id()) + "\n").getBytes(UTF_8));
        case "checkpoint" -> tree.checkpoint(home.id());
        default ->
            path.startsWith("content/")
                ? tree.content(home.id(), HexFormat.of().parseHex(path.substring(8)))
                    .map(AccountedLog::json)
                : path.startsWith("tile/entries/")
                    ? tree.bundle(home.id(), EntryBundle.parse(path))
                    : tree.tile(home.id(), Tile.parse(path));
      };
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] json(Content content) {
    return JsonMapper.shared()
        .writeValueAsBytes(
            Map.of("salt", HexFormat.of().formatHex(content.salt()), "text", content.text()));
  }

  /** On the focal point's own machine. */
  int account(String... more) throws Exception {
    Path file = folder.resolve("home.account");
    Files.write(file, accounting.file(focal).orElseThrow());
    var args = new ArrayList<>(List.of(file.toString(), copy().toString()));
    args.addAll(List.of(more));
    said.reset();
    var stream = new PrintStream(said, true, UTF_8);
    return new AccountCommand(InstantSource.system())
        .run(args, stream, stream, new ByteArrayInputStream((PASSPHRASE + "\n").getBytes(UTF_8)));
  }

  String said() {
    return said.toString(UTF_8);
  }

  /** What the command printed for the page. */
  String statement() {
    return said().substring(said().indexOf(tree.key(home.id()).replaceFirst("\\+.*", "")));
  }
}
