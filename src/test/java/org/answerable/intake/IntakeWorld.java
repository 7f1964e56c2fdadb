package org.answerable.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.answerable.effect.Effect;
import org.answerable.effect.EffectWriter;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealed;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.EntryStaged;
import org.answerable.testing.WholeDatabase;
import org.jspecify.annotations.Nullable;

/** One organisation's intake: what is said in it, its slots, and what then stands where. */
final class IntakeWorld {
  private final Organisation home;
  private final Databases databases;
  private final WholeDatabase database;
  private final List<EffectWriter<?>> writers;
  private final Slots slots;
  private final Sealer sealer;
  private final Ids ids;
  private LocalDate today = IntakeIT.TODAY;

  IntakeWorld(
      Organisation home,
      Databases databases,
      WholeDatabase database,
      List<EffectWriter<?>> writers,
      Slots slots,
      Sealer sealer,
      Ids ids) {
    this.home = home;
    this.databases = databases;
    this.database = database;
    this.writers = writers;
    this.slots = slots;
    this.sealer = sealer;
    this.ids = ids;
  }

  /** What comes from now on is of another day. */
  void on(LocalDate day) {
    today = day;
  }

  record Given(UUID feedback, CommittedText text) {
    String commitment() {
      return HexFormat.of().formatHex(text.commitment());
    }
  }

  record Line(String type, String what) {}

  Given give(String words) throws SQLException {
    return give(words, Sensitivity.S0, null);
  }

  /** What its sender puts up for a vote. */
  Given propose(String words) throws SQLException {
    return give(words, Sensitivity.S0, Kind.PROPOSAL, null);
  }

  Given give(String words, Sensitivity sensitivity, @Nullable Aside aside) throws SQLException {
    return give(words, sensitivity, null, aside);
  }

  private Given give(
      String words, Sensitivity sensitivity, @Nullable Kind kind, @Nullable Aside aside)
      throws SQLException {
    CommittedText text = text(ids.reference(), words);
    Given given = new Given(ids.uuid(), text);
    write(
        new FeedbackGiven(
            home.id(),
            given.feedback(),
            today,
            text,
            home.slotAfterHold(IntakeIT.now),
            Source.TEXT,
            sensitivity,
            kind,
            aside),
        staged(text));
    return given;
  }

  void add(Given given, int ordinal, String words) throws SQLException {
    CommittedText text = text(given.text().reference(), words);
    write(new FeedbackAdded(home.id(), given.feedback(), ordinal, today, text), staged(text));
  }

  void withdraw(Given given) throws SQLException {
    write(
        new FeedbackWithdrawn(
            home.id(),
            given.feedback(),
            given.text().reference(),
            given.text().commitment(),
            today));
  }

  void detail(
      Given given, int ordinal, @Nullable String topic, @Nullable Boolean consent, boolean through)
      throws SQLException {
    detail(given, ordinal, topic, consent, null, through);
  }

  void detail(
      Given given,
      int ordinal,
      @Nullable String topic,
      @Nullable Boolean consent,
      @Nullable Sensitivity sensitivity,
      boolean through)
      throws SQLException {
    write(
        new FeedbackDetailed(
            home.id(),
            ids.uuid(),
            given.feedback(),
            ordinal,
            topic,
            consent,
            sensitivity,
            through));
  }

  private CommittedText text(String reference, String words) {
    return new CommittedText(home.id(), ids.uuid(), reference, words, ids.salt(), ids.salt());
  }

  private EntryStaged staged(CommittedText text) {
    return new EntryStaged(home.id(), text.part(), new Entry.Committed(today, text.commitment()));
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

  boolean slotAt(Instant moment) throws SQLException {
    IntakeIT.now = moment;
    return slots.run(home, moment);
  }

  /** All but the rules, which the first slot of these tests declares. */
  List<Entry> entries() {
    return database
        .owner()
        .sql(
            """
            select body from responselog.entry
            where organisation = ? and type <> 'configuration changed' order by index
            """)
        .param(home.id())
        .query((row, n) -> EntryJson.read(row.getBytes(1)))
        .list();
  }

  List<String> types() {
    return entries().stream().map(EntryJson::type).toList();
  }

  List<Line> log() {
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

  List<Long> indexes() {
    return database
        .owner()
        .sql("select index from responselog.entry where organisation = ? order by index")
        .param(home.id())
        .query(Long.class)
        .list();
  }

  List<byte[]> textHashes() {
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
  List<byte[]> opened(Given given) {
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

  List<String> released(Given given) {
    int salt = Released.Part.SALT_BYTES;
    return opened(given).stream()
        .map(plain -> new String(plain, salt, plain.length - salt, StandardCharsets.UTF_8))
        .toList();
  }

  /** Topic, role, due day and consent, as the inbox sees them. */
  String state(Given given) {
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
