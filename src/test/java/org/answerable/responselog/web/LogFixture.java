package org.answerable.responselog.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.effect.EffectWriter;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.answerable.responselog.LogCommitment;
import org.answerable.responselog.ReceiptIssued;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Staging;
import org.answerable.testing.ShippedWords;
import org.jspecify.annotations.Nullable;

/** A log with something of everything, written through the same doors as a real one. */
final class LogFixture {
  static final String ORGANISATION = "kijiji";
  static final String WORDS = "xaxa. dawa hamna tena mto clinic nmerudishwa mara 2 wk hii";
  static final String EVIL =
      "=HYPERLINK(\"http://x\",\"y\") <script>alert(1)</script>, \u202Egnp.exe\u0000\nnext & line";
  static final String RESPONSE =
      "We are sorry that this took so long. Medicines arrive on Thursday. Until then Kilima gives 7"
          + " days' supply at window 2. Please do not stop.";
  private static final byte[] SALT = new byte[32];
  private static final Path CONFIG = Path.of("target", "public-site-it");

  private final Databases databases;
  private final Staging staging;
  private final Sequencer sequencer;
  private final EffectWriter<ReceiptIssued> receipts;
  private final Organisation home;
  private final Instant now;
  private final LocalDate today;
  private final List<Content> contents = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();

  /**
   * A folder of configuration that declares the organisation. It works each day, so that what is
   * asked some days ago is due as many days ago on whatever day the tests run.
   */
  static String config() {
    try {
      Path folder = Files.createDirectories(CONFIG.resolve("organisations"));
      String yaml =
          Files.readString(Path.of("config/organisations/baraza-letu.yaml"))
              .replace("id: baraza-letu", "id: " + ORGANISATION)
              .replace("name: Baraza Letu", "name: Kijiji Chetu")
              .replace("thursday, friday]", "thursday, friday, saturday, sunday]")
              .replace("question: 3", "question: 5")
              .replace("rumour: 3", "rumour: 5");
      Files.writeString(folder.resolve(ORGANISATION + ".yaml"), yaml);
      ShippedWords.copyTo(CONFIG);
      return CONFIG.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LogFixture(
      Databases databases,
      Staging staging,
      Sequencer sequencer,
      EffectWriter<ReceiptIssued> receipts,
      Organisation home,
      Instant now) {
    this.databases = databases;
    this.staging = staging;
    this.sequencer = sequencer;
    this.receipts = receipts;
    this.home = home;
    this.now = now;
    this.today = home.day(now);
  }

  /** Thirty-three feedbacks: 20 answered, 10 in time, 3 overdue; receipts for the named ones. */
  void write() throws SQLException {
    answeredLate("K7QM-2XWD", 14, 11, 6);
    overdue("C5YQ-J3NE", 19, 14);
    overdue("H9CK-7TZN", 8, 3);
    overdue("W2PF-6KXA", 6, 1);
    opened("T4HN-9PKC", 1, Kind.IDEA, "waiting", -29);
    opened("8MRT-D4VH", 2, Kind.PRAISE, "thanks", null);
    answered("XD6B-Q2FY", 6, 3, Kind.RUMOUR, "medicines", "explained", EVIL, EVIL);
    for (int i = 0; i < 18; i++) {
      answered("A%03d-0000".formatted(i), 10 + i, 7, Kind.QUESTION, "fees", "done", null, "Yes.");
    }
    for (int i = 0; i < 8; i++) {
      opened("B%03d-0000".formatted(i), i, Kind.REPORT, "staff", i - 14);
    }
    publish();
    receipt("48219307", "K7QM-2XWD", 14);
    receipt("11112222", "C5YQ-J3NE", 19);
    receipt("33334444", "T4HN-9PKC", 1);
    sequencer.sequence(home, now);
  }

  private void answeredLate(String reference, int asked, int due, int answered) {
    opened(reference, asked, Kind.REPORT, "medicines", due);
    entries.add(
        new Entry.StatusChanged(
            day(asked - 1),
            reference,
            "acknowledged",
            Kind.REPORT,
            "medicines",
            "programmes",
            day(due)));
    entries.add(new Entry.Overdue(day(due - 1), reference, day(due), "programmes", "board"));
    var promise = new Entry.Commitment("programmes", day(-10), add("Ring Mto each Monday."));
    entries.add(
        new Entry.ResponsePublished(
            day(answered), reference, "board", "will-do", add(RESPONSE), promise));
    entries.add(new Entry.WordsPublished(day(answered), reference, add(WORDS)));
  }

  private void overdue(String reference, int asked, int due) {
    opened(reference, asked, Kind.QUESTION, "fees", due);
    entries.add(new Entry.Overdue(day(due - 1), reference, day(due), "programmes", "board"));
  }

  private void answered(
      String reference,
      int asked,
      int answered,
      Kind kind,
      String topic,
      String decision,
      @Nullable String words,
      String response) {
    opened(reference, asked, kind, topic, asked - 5);
    entries.add(
        new Entry.ResponsePublished(
            day(answered), reference, "programmes", decision, add(response), null));
    if (words != null) {
      entries.add(new Entry.WordsPublished(day(answered), reference, add(words)));
    }
  }

  /**
   * @param due days ago; negative: still to come
   */
  private void opened(String reference, int asked, Kind kind, String topic, @Nullable Integer due) {
    byte[] commitment = commitment(reference);
    entries.add(new Entry.Committed(day(asked), commitment));
    entries.add(
        new Entry.Opened(
            day(asked),
            commitment,
            SALT,
            textHash(reference),
            reference,
            day(asked),
            kind,
            topic,
            "programmes",
            due == null ? null : day(due)));
  }

  private byte[] add(String text) {
    byte[] salt = new byte[32];
    salt[0] = (byte) contents.size();
    var content = new Content(salt, text.replace("\u0000", ""));
    contents.add(content);
    return content.hash();
  }

  private void publish() throws SQLException {
    databases.inTransaction(
        Login.INBOX,
        tx -> {
          staging.stage(tx, ORGANISATION, entries.getFirst(), contents);
          staging.stage(tx, ORGANISATION, entries.subList(1, entries.size()));
          return entries.size();
        });
  }

  private void receipt(String digits, String reference, int asked) throws SQLException {
    var issued =
        new ReceiptIssued(
            ORGANISATION, digits, commitment(reference), new byte[32], day(asked), day(asked - 40));
    databases.inTransaction(
        Login.INTAKE,
        tx -> {
          receipts.write(tx, List.of(issued));
          return issued;
        });
  }

  static byte[] commitment(String reference) {
    return LogCommitment.of(ORGANISATION, SALT, reference, textHash(reference));
  }

  private static byte[] textHash(String reference) {
    return LogCommitment.textHash(SALT, reference);
  }

  private LocalDate day(int ago) {
    return today.minusDays(ago);
  }
}
