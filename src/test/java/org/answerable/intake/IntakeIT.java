package org.answerable.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.answerable.effect.Effect;
import org.answerable.effect.EffectWriter;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.Sealed;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.EntryStaged;
import org.answerable.responselog.LogCommitment;
import org.answerable.testing.FreshFolder;
import org.answerable.testing.WholeDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** From what was said to what may be seen: holds, slots, routes, and the log's order. */
@SpringBootTest(classes = IntakeContext.class)
@ContextConfiguration(initializers = FreshFolder.class)
class IntakeIT {
  /** Ten past twelve in Nairobi, on a Tuesday. Slots are on the hour, the hold is 30 minutes. */
  private static final Instant START = Instant.parse("2026-11-24T09:10:00Z");

  private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final AtomicInteger TAKEN = new AtomicInteger();
  static volatile Instant now = START;

  @Autowired private Organisations organisations;
  @Autowired private Slots slots;
  @Autowired private List<EffectWriter<?>> writers;
  @Autowired private Databases databases;
  @Autowired private RootKey root;
  @Autowired private Sealer sealer;
  @Autowired private Ids ids;
  private Organisation home;
  private WholeDatabase database;

  @BeforeEach
  void takeAnOrganisation() throws SQLException {
    home = organisations.all().get(TAKEN.getAndIncrement());
    database = new WholeDatabase(databases, root);
    now = START;
  }

  @Test
  void isCommittedAtTheNextSlotAndReleasedAtTheFirstOneAfterItsHold() throws SQLException {
    Given given = give("no syrup");
    slotAt(TEN.minusSeconds(1));
    assertThat(log()).containsExactly(new Line("committed", given.commitment()));
    assertThat(released(given)).isEmpty();
    slotAt(TEN);
    assertThat(types()).containsExactly("committed", "opened");
    assertThat(released(given)).containsExactly("no syrup");
    assertThat(slotAt(TEN.plusSeconds(3600))).as("nothing is left").isFalse();
    assertThat(types()).hasSize(2);
  }

  @Test
  void waitsASlotLongerWhenItsHoldIsNotOverAtTheNext() throws SQLException {
    now = Instant.parse("2026-11-24T09:45:00Z");
    Given given = give("no syrup");
    slotAt(TEN);
    assertThat(released(given)).isEmpty();
    slotAt(TEN.plus(Duration.ofHours(1)));
    assertThat(released(given)).hasSize(1);
  }

  @Test
  void theEndOfItsQuestionsEndsItsHold() throws SQLException {
    Given given = give("no syrup");
    detail(given, 1, "medicines", true, true);
    slotAt(START.plusSeconds(60));
    assertThat(released(given)).hasSize(1);
    assertThat(state(given)).isEqualTo("medicines programmes 2026-11-27 true");
  }

  @Test
  void whatWasAddedWithinTheHoldIsReleasedWithIt() throws SQLException {
    Given given = give("no syrup");
    add(given, 1, "and the nurse was away");
    slotAt(TEN);
    assertThat(released(given)).containsExactly("no syrup", "and the nurse was away");
    assertThat(types()).containsExactly("committed", "committed", "opened", "opened");
  }

  @Test
  void whatWasAddedLaterComesAtTheNextSlot() throws SQLException {
    Given given = give("no syrup");
    slotAt(TEN);
    add(given, 1, "and the nurse was away");
    assertThat(released(given)).hasSize(1);
    slotAt(TEN.plusSeconds(3600));
    assertThat(released(given)).containsExactly("no syrup", "and the nurse was away");
    assertThat(types()).containsExactly("committed", "opened", "committed", "opened");
    Entry last = entries().getLast();
    assertThat(((Entry.AdditionOpened) last).adds()).isEqualTo(given.text().reference());
  }

  @Test
  void theCommitmentOfWhatWasOpenedCanBeProven() throws SQLException {
    Given given = give("no syrup");
    add(given, 1, "and the nurse was away");
    slotAt(TEN);
    var committed = new ArrayList<byte[]>();
    int proven = 0;
    for (Entry entry : entries()) {
      switch (entry) {
        case Entry.Committed e -> committed.add(e.commitment());
        case Entry.Opened e -> {
          prove(e.commitment(), e.salt(), e.reference(), e.textHash(), committed);
          proven++;
        }
        case Entry.AdditionOpened e -> {
          prove(e.commitment(), e.salt(), e.adds(), e.textHash(), committed);
          proven++;
        }
        default -> throw new AssertionError(entry);
      }
    }
    assertThat(proven).isEqualTo(2);
    for (byte[] plain : opened(given)) {
      byte[] innerSalt = Arrays.copyOf(plain, Released.Part.SALT_BYTES);
      String words = new String(plain, innerSalt.length, plain.length - 32, StandardCharsets.UTF_8);
      byte[] textHash = LogCommitment.textHash(innerSalt, words);
      assertThat(textHashes()).anyMatch(hash -> Arrays.equals(hash, textHash));
    }
  }

  private void prove(
      byte[] commitment, byte[] salt, String reference, byte[] textHash, List<byte[]> committed) {
    assertThat(LogCommitment.of(home.id(), salt, reference, textHash)).isEqualTo(commitment);
    assertThat(committed)
        .as("committed before it was opened")
        .anyMatch(earlier -> Arrays.equals(earlier, commitment));
  }

  @Test
  void whatNobodySortedGoesToTheReaderAlone() throws SQLException {
    Given given = give("no syrup");
    slotAt(TEN);
    assertThat(state(given)).isEqualTo("unsorted reader 2027-01-05 false");
    Entry.Opened opened = (Entry.Opened) entries().getLast();
    assertThat(opened.role()).isEqualTo("reader");
    assertThat(opened.topic()).isEqualTo("unsorted");
    assertThat(opened.kind()).isEqualTo(Kind.REPORT);
  }

  @Test
  void aTopicThatWasChosenBeforeTheReleaseRoutesIt() throws SQLException {
    Given given = give("no syrup");
    detail(given, 1, "hours", null, false);
    detail(given, 2, "medicines", null, false);
    detail(given, 3, null, true, false);
    slotAt(TEN);
    assertThat(state(given)).isEqualTo("medicines programmes 2026-11-27 true");
  }

  @Test
  void aTopicThatWasChosenLaterMovesItAndTheLogSaysSo() throws SQLException {
    Given given = give("no syrup");
    slotAt(TEN);
    detail(given, 1, "medicines", null, false);
    slotAt(TEN.plusSeconds(3600));
    assertThat(state(given)).isEqualTo("medicines programmes 2026-11-27 false");
    Entry.StatusChanged moved = (Entry.StatusChanged) entries().getLast();
    assertThat(moved.topic()).isEqualTo("medicines");
    assertThat(moved.withRole()).isEqualTo("programmes");
    assertThat(moved.due()).isEqualTo(LocalDate.of(2026, 11, 27));
  }

  @Test
  void whatAccusesIsNeverOpened() throws SQLException {
    Given given = give("the chair takes money");
    add(given, 1, "since march");
    detail(given, 2, "leadership", null, true);
    slotAt(TEN);
    add(given, 3, "and april");
    slotAt(TEN.plusSeconds(3600));
    assertThat(types()).containsExactly("committed", "committed", "committed");
    assertThat(state(given)).startsWith("leadership reader ");
    assertThat(released(given)).hasSize(3);
  }

  /** Who named the topic after the release gets no new trace in public from then on. */
  @Test
  void whatTurnsOutToAccuseIsClosedToThePublicFromThenOn() throws SQLException {
    Given given = give("the chair takes money");
    slotAt(TEN);
    assertThat(types()).containsExactly("committed", "opened");
    add(given, 1, "since march");
    detail(given, 2, "leadership", null, true);
    slotAt(TEN.plusSeconds(3600));
    add(given, 3, "and april");
    slotAt(TEN.plusSeconds(7200));
    assertThat(types()).containsExactly("committed", "opened", "committed", "committed");
    assertThat(released(given)).hasSize(3);
  }

  @Test
  void theOrderOfTheLogTellsNothingOfWhoCameFirst() throws SQLException {
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      given.add(give("text " + i));
    }
    slotAt(TEN);
    List<String> came = given.stream().map(one -> one.text().reference()).toList();
    List<String> opened =
        entries().stream()
            .filter(Entry.Opened.class::isInstance)
            .map(entry -> ((Entry.Opened) entry).reference())
            .toList();
    assertThat(opened).containsExactlyInAnyOrderElementsOf(came).isNotEqualTo(came);
    List<String> commitments = given.stream().map(Given::commitment).toList();
    List<String> committed =
        log().stream().filter(line -> line.type().equals("committed")).map(Line::what).toList();
    assertThat(committed)
        .containsExactlyInAnyOrderElementsOf(commitments)
        .isNotEqualTo(commitments);
  }

  @Test
  void twoNodesAtOncePutEachEntryInOrderOnce() throws Exception {
    for (int i = 0; i < 40; i++) {
      give("text " + i);
    }
    now = TEN;
    Callable<Boolean> slot = () -> slots.run(home, TEN);
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> done : threads.invokeAll(List.of(slot, slot, slot, slot))) {
        done.get();
      }
    }
    assertThat(indexes()).isEqualTo(LongStream.range(0, 80).boxed().toList());
    assertThat(types()).filteredOn("committed"::equals).hasSize(40);
    assertThat(types()).filteredOn("opened"::equals).hasSize(40);
    assertThat(database.count("responselog.staged where organisation = ?", home.id())).isZero();
    assertThat(database.count("intake.given where organisation = ?", home.id())).isZero();
  }

  /** The log only grows, whoever signs in; only its owner, who migrates, could do otherwise. */
  @ParameterizedTest
  @EnumSource(Login.class)
  void noLoginChangesWhatIsWritten(Login login) {
    Stream.of(
            "responselog.entry",
            "responselog.content",
            "feedback.feedback",
            "feedback.part",
            "feedback.step",
            "feedback.response",
            "feedback.commitment")
        .flatMap(
            table ->
                Stream.of(
                    "update " + table + " set organisation = organisation",
                    "delete from " + table,
                    "truncate " + table))
        .forEach(statement -> refused(login, statement));
    refused(login, "drop table responselog.entry");
    refused(login, "alter table responselog.entry drop column body");
    if (login != Login.LOG) {
      refused(login, "insert into responselog.entry values ('x', 0, 't', null, now(), '')");
    }
  }

  private void refused(Login login, String statement) {
    assertThatThrownBy(() -> databases.as(login).sql(statement).update())
        .as("%s: %s", login, statement)
        .rootCause()
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("42501");
  }

  private record Given(UUID feedback, CommittedText text) {
    String commitment() {
      return HexFormat.of().formatHex(text.commitment());
    }
  }

  private record Line(String type, String what) {}

  private Given give(String words) throws SQLException {
    CommittedText text = text(ids.reference(), words);
    Given given = new Given(ids.uuid(), text);
    write(
        new FeedbackGiven(
            home.id(),
            given.feedback(),
            TODAY,
            text,
            SlotNumber.afterHold(now, home.hold(), home.slot())),
        staged(text));
    return given;
  }

  private void add(Given given, int ordinal, String words) throws SQLException {
    CommittedText text = text(given.text().reference(), words);
    write(new FeedbackAdded(home.id(), given.feedback(), ordinal, TODAY, text), staged(text));
  }

  private void detail(
      Given given, int ordinal, @Nullable String topic, @Nullable Boolean consent, boolean through)
      throws SQLException {
    write(
        new FeedbackDetailed(
            home.id(), ids.uuid(), given.feedback(), ordinal, topic, consent, through));
  }

  private CommittedText text(String reference, String words) {
    return new CommittedText(home.id(), ids.uuid(), reference, words, ids.salt(), ids.salt());
  }

  private EntryStaged staged(CommittedText text) {
    return new EntryStaged(home.id(), ids.uuid(), new Entry.Committed(TODAY, text.commitment()));
  }

  private void write(Effect... effects) throws SQLException {
    databases.inTransaction(
        Login.INTAKE,
        tx -> {
          for (Effect effect : effects) {
            for (EffectWriter<?> writer : writers) {
              if (writer.type().isInstance(effect)) {
                write(tx, writer, effect);
              }
            }
          }
          return effects.length;
        });
  }

  private static <E extends Effect> void write(Connection tx, EffectWriter<E> writer, Effect effect)
      throws SQLException {
    writer.write(tx, List.of(writer.type().cast(effect)));
  }

  private boolean slotAt(Instant moment) throws SQLException {
    now = moment;
    return slots.run(home, moment);
  }

  private List<Entry> entries() {
    return database
        .owner()
        .sql("select body from responselog.entry where organisation = ? order by index")
        .param(home.id())
        .query((row, n) -> EntryJson.read(row.getBytes(1)))
        .list();
  }

  private List<String> types() {
    return entries().stream().map(EntryJson::type).toList();
  }

  private List<Line> log() {
    return entries().stream()
        .map(
            entry ->
                new Line(
                    EntryJson.type(entry),
                    entry instanceof Entry.Committed(var day, byte[] commitment)
                        ? HexFormat.of().formatHex(commitment)
                        : String.valueOf(EntryJson.reference(entry))))
        .toList();
  }

  private List<Long> indexes() {
    return database
        .owner()
        .sql("select index from responselog.entry where organisation = ? order by index")
        .param(home.id())
        .query(Long.class)
        .list();
  }

  private List<byte[]> textHashes() {
    return entries().stream()
        .<byte[]>mapMulti(
            (entry, all) -> {
              if (entry instanceof Entry.Opened e) {
                all.accept(e.textHash());
              } else if (entry instanceof Entry.AdditionOpened e) {
                all.accept(e.textHash());
              }
            })
        .toList();
  }

  /** Inner salt and words of each text that leaders may see. */
  private List<byte[]> opened(Given given) {
    return database
        .owner()
        .sql("select part, text_key, text from feedback.part where feedback = ? order by ordinal")
        .param(given.feedback())
        .query(
            (row, n) ->
                sealer.open(
                    home.id(),
                    row.getObject(1, UUID.class),
                    new Sealed(row.getBytes(2), row.getBytes(3))))
        .list();
  }

  private List<String> released(Given given) {
    int salt = Released.Part.SALT_BYTES;
    return opened(given).stream()
        .map(plain -> new String(plain, salt, plain.length - salt, StandardCharsets.UTF_8))
        .toList();
  }

  /** Topic, role, due day and consent, as the inbox sees them. */
  private String state(Given given) {
    return databases
        .as(Login.INBOX)
        .sql("select topic, with_role, due, consent from inbox.feedback where feedback = ?")
        .param(given.feedback())
        .query(
            (row, n) ->
                "%s %s %s %s"
                    .formatted(
                        row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
        .single();
  }
}
