package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.conversation.decision.Talking;
import org.answerable.intake.Slots;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.RootKey;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.PublicFeedback;
import org.answerable.responselog.PublicLog;
import org.answerable.responselog.Staging;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** WITHDRAW, from the phone to the log, on the real database. */
@ApplicationTest
class WithdrawalIT {
  private static final AtomicInteger NUMBERS = new AtomicInteger(730_000_000);
  private static final String NOT_FOUND =
      "We can not find that code among what you sent from here.";
  @Autowired private Inbound inbound;
  @Autowired private Organisations organisations;
  @Autowired private Slots slots;
  @Autowired private Staging staging;
  @Autowired private PublicLog log;
  @Autowired private Databases databases;
  @Autowired private RootKey root;
  private final String number = "+254" + NUMBERS.incrementAndGet();
  private Organisation home;
  private WholeDatabase database;

  @BeforeEach
  void open() throws SQLException {
    home = organisations.get("baraza-letu");
    database = new WholeDatabase(databases, root);
    slot();
  }

  @Test
  void whatIsTakenBackIsOver() throws SQLException {
    String code = give("no syrup at Mto again");
    assertThat(hears("WITHDRAW " + code)).startsWith(code + " is taken back.");
    assertThat(hears("STATUS " + code)).contains("its sender took it back");
    assertThat(hears("and no water")).as("the next text is another one").startsWith("We have it.");
    slot();
    assertThat(hears("STATUS " + code)).contains("its sender took it back");
  }

  @Test
  void thePublicReadsThatItsSenderTookTheWordsBack() throws SQLException {
    String code = give("the nurse was kind");
    hears("other");
    hears("publish");
    hears("text");
    slot();
    UUID feedback = newest("feedback.feedback");
    String reference = reference(feedback);
    publish(reference, "the nurse was kind");
    assertThat(inLog(reference).words()).hasToString("the nurse was kind");
    assertThat(hears("WITHDRAW " + code)).startsWith(code + " is taken back.");
    slot();
    assertThat(count("feedback.part", feedback)).isZero();
    assertThat(status(feedback)).isEqualTo("withdrawn");
    assertThat(inLog(reference).words()).isNull();
    assertThat(inLog(reference).isWithdrawn()).isTrue();
    assertThat(inLog(reference).overdue(LocalDate.of(2099, 1, 1))).isFalse();
    assertThat(types(reference)).endsWith("words published", "withdrawal");
    assertThat(database.rows()).noneMatch(row -> row.contains("the nurse was kind"));
    slot();
    assertThat(types(reference)).containsOnlyOnce("withdrawal");
  }

  @Test
  void whatAccusesHasNoEntryOfIt() throws SQLException {
    String code = give("where did the money go");
    hears("our leaders");
    slot();
    UUID feedback = newest("feedback.feedback");
    long before = entries();
    hears("WITHDRAW " + code);
    slot();
    assertThat(status(feedback)).isEqualTo("withdrawn");
    assertThat(entries()).isEqualTo(before);
    assertThat(hears("STATUS " + code)).contains("its sender took it back");
  }

  @Test
  void whatIsConfidedIsDeletedAtOnce() throws SQLException {
    hears("SAFE");
    String said = hears("the nurse told my landlord");
    String code = said.replaceAll("(?s).*Code (\\d{4}-\\d{4}).*", "$1");
    UUID report = newest("confidential.report", "report");
    assertThat(hears("WITHDRAW " + code)).startsWith(code + " is taken back.");
    assertThat(sealed(report)).isZero();
    assertThat(hears("STATUS " + code)).contains("its sender took it back");
    assertThat(hears("he comes on friday")).as("stays with the focal point").contains("Added to");
    assertThat(sealed(report)).isEqualTo(1);
  }

  @Test
  void anotherPhoneHearsTheSameAsForACodeThatNeverWas() {
    String code = give("no syrup at Mto again");
    String thief = "+254" + NUMBERS.incrementAndGet();
    assertThat(hears(thief, "WITHDRAW " + code)).startsWith(NOT_FOUND);
    assertThat(hears(thief, "WITHDRAW 0000-0000")).startsWith(NOT_FOUND);
    assertThat(hears(thief, "WITHDRAW")).startsWith(NOT_FOUND);
    assertThat(hears("STATUS " + code)).contains("taken in");
  }

  @Test
  void whoWasForgottenHasNothingOfTheirOwnAnyMore() {
    String code = give("no syrup at Mto again");
    String digits = hears("FORGET").replaceAll("(?s).*FORGET (\\d{4}).*", "$1");
    hears("FORGET " + digits);
    assertThat(hears("WITHDRAW " + code)).startsWith(NOT_FOUND);
  }

  private String give(String words) {
    String said = hears(words);
    assertThat(said).startsWith("We have it. Code ");
    return said.replaceAll("(?s).*Code (\\d{4}-\\d{4}).*", "$1");
  }

  private String hears(String text) {
    return hears(number, text);
  }

  private String hears(String from, String text) {
    return Talking.shown(
        inbound.take(
            new IncomingMessage(
                home.id(),
                UUID.randomUUID().toString(),
                new Address("simulator", from),
                text,
                Instant.now())));
  }

  private void slot() throws SQLException {
    slots.run(home, Instant.now());
  }

  private void publish(String reference, String words) throws SQLException {
    var content = new Content(new byte[32], words);
    var entry = new Entry.WordsPublished(home.day(Instant.now()), reference, content.hash());
    databases.inTransaction(
        Login.INBOX,
        tx -> {
          staging.stage(tx, home.id(), entry, List.of(content));
          return 0;
        });
    slot();
  }

  private PublicFeedback inLog(String reference) {
    return log.find(home.id(), reference).orElseThrow();
  }

  private List<String> types(String reference) {
    return log.entries(home.id(), reference).stream()
        .map(one -> EntryJson.type(one.entry()))
        .toList();
  }

  private UUID newest(String table) {
    return newest(table, "feedback");
  }

  /** The row that was written last: tests look where no login of the application may. */
  private UUID newest(String table, String column) {
    return database
        .owner()
        .sql("select " + column + " from " + table + " order by xmin::text::bigint desc, ctid desc")
        .query(UUID.class)
        .list()
        .getFirst();
  }

  private long count(String table, UUID feedback) {
    return database
        .owner()
        .sql("select count(*) from " + table + " where feedback = ?")
        .param(feedback)
        .query(Long.class)
        .single();
  }

  private long sealed(UUID report) {
    return database
        .owner()
        .sql(
            """
            select (select count(*) from confidential.text where report = :r and sealed <> '')
              + (select count(*) from confidential.waiting where report = :r)
            """)
        .param("r", report)
        .query(Long.class)
        .single();
  }

  private long entries() {
    return database
        .owner()
        .sql("select count(*) from responselog.entry where organisation = ?")
        .param(home.id())
        .query(Long.class)
        .single();
  }

  private String reference(UUID feedback) {
    return database
        .owner()
        .sql("select reference from feedback.feedback where feedback = ?")
        .param(feedback)
        .query(String.class)
        .single();
  }

  private String status(UUID feedback) {
    return database
        .owner()
        .sql("select status from feedback.step where feedback = ? order by number desc limit 1")
        .param(feedback)
        .query(String.class)
        .single();
  }
}
