package org.answerable.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerable.platform.Login;
import org.answerable.platform.keys.PersonSecret;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.PollHashes;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.ReceiptIssued;
import org.answerable.responselog.RedactionReason;
import org.answerable.responselog.Staging;
import org.answerable.responselog.Statement;
import org.answerable.testing.LogMirror;
import org.answerable.tlog.NoteSigner;
import org.answerable.tlog.SpokenKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * P15: whoever rules the database drops, swaps, relabels or backdates one feedback, and the audit
 * names it: {@code log verify}, the focal point who accounts, or whoever holds the receipt.
 */
class AuditIT extends AccountedLog {
  private static final String POLL = "K7QM-2XWD";

  @Autowired private Staging staging;

  /** Under the letters that the focal point reads out nobody else signs. */
  @Test
  void aStatementKeyThatIsSwappedIsNamed() throws Exception {
    String name =
        Statement.keyName(
            tree.key(home.id()).replaceFirst("\\+.*", ""),
            SpokenKey.of(outside.statementKeys().getPublic()));
    var forged = NoteSigner.of(name, PersonSecret.random().statementKeys()).verifier();
    database
        .owner()
        .sql("insert into responselog.staged values (?, ?, 1000000, ?)")
        .params(
            home.id(),
            ids.uuid(),
            EntryJson.write(home.id(), new Entry.StatementKeyAnnounced(DAY, forged.toString())))
        .update();
    slotPasses();
    assertThat(verify().status()).isEqualTo(1);
    assertThat(verify().said())
        .containsPattern("entry \\d+ announces a focal point's key under the name of another one");
  }

  /** Who counts again counts the ballots that were signed, or is told that they are others. */
  @Test
  void aPollsFileThatIsChangedIsNamed() throws Exception {
    var ballots = new Content(ids.salt(), "1 2\n1 2\n2\n");
    var receipts = new Content(ids.salt(), "1111-2222\n3333-4444\n5555-6666\n");
    byte[] secret = ids.salt();
    var terms =
        new PollTerms(
            Map.of("en", "What first?"),
            List.of(
                new PollTerms.Option(Map.of("en", "water"), null),
                new PollTerms.Option(Map.of("en", "roof"), null)),
            "ranking",
            "schulze",
            1,
            null,
            PollTerms.ANYBODY,
            DAY,
            DAY,
            "the assembly",
            1,
            false,
            0,
            List.of());
    byte[] tieHash = MessageDigest.getInstance("SHA-256").digest(secret);
    List<Content> words = Stream.of("{}", "{}", "{}", "the assembly").map(this::content).toList();
    var hashes =
        new PollHashes(
            words.get(0).hash(),
            List.of(words.get(1).hash(), words.get(2).hash()),
            words.get(3).hash());
    poll(DAY, new PollNews.Announced(terms, hashes, tieHash), words.toArray(Content[]::new));
    LocalDate after = DAY.plusDays(1);
    poll(after, new PollNews.Closed(ballots.hash(), receipts.hash(), secret), ballots, receipts);
    var uncounted = new PollNews.Uncounted("<10", "<10");
    poll(
        after,
        new PollNews.Tallied("ballots", 3, List.of(1), Optional.empty(), null, uncounted, null));
    slotPasses();
    Path copy = copy();
    Path polls = Files.createDirectories(copy.resolve("polls"));
    Path file = Files.writeString(polls.resolve(POLL + ".csv"), "ballots,ballot\n2,1 2\n1,2\n");
    Files.writeString(polls.resolve(POLL + ".receipts"), receipts.text());
    var whole = LogMirror.verify(copy.toString(), folder.resolve("seen"));
    assertThat(whole.status()).as(whole.said()).isZero();
    poll(after, new PollNews.Removed(words.getFirst().hash(), RedactionReason.ASKED));
    slotPasses();
    var removed = LogMirror.verify(copy().toString(), folder.resolve("seen"));
    assertThat(removed.status()).as(removed.said()).isZero();
    assertThat(removed.said())
        .contains("Published texts that were removed, each with its reason: 1");
    Files.writeString(file, "ballots,ballot\n1,1 2\n2,2\n");
    var changed = LogMirror.verify(copy.toString(), folder.resolve("first seen"));
    assertThat(changed.status()).isEqualTo(1);
    assertThat(changed.said())
        .containsPattern(
            "polls/%s.csv has other ballots than entry \\d+ was signed with".formatted(POLL));
  }

  private Content content(String text) {
    return new Content(ids.salt(), text);
  }

  private void poll(LocalDate day, PollNews news, Content... contents) throws SQLException {
    databases.inTransaction(
        Login.POLL,
        tx -> {
          var entry = new Entry.OfPoll(day, POLL, news);
          staging.stage(tx, home.id(), entry, List.of(contents));
          return entry;
        });
  }

  /** Its commitment is in the log, and no leader ever reads it. */
  @Test
  void aFeedbackThatIsDroppedIsNamedByWhoAccounts() throws Exception {
    world.give("the money is gone");
    sequencer.sequence(home, slot);
    sql("delete from intake.part where organisation = HOME and not shown");
    sql("delete from intake.given where organisation = HOME and not shown");
    slotPasses();
    quarterBegins(JULY);
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
        new ReceiptIssued(home.id(), digits, given.text().commitment(), new byte[32], DAY, DAY);
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
            "entry \\d+ says that it was asked on 2026-06-27, but was committed to on"
                + " 2026-06-24");
  }

  /** What is dropped under the name of a cover, or by another seed, is none. */
  @Test
  void coversOfAnotherSeedAreNoCovers() throws Exception {
    for (int i = 0; i < 8; i++) { // one slot in seven has none
      world.give("a text more " + i);
      slotPasses();
    }
    quarterBegins(JULY);
    Path seed = properties.keysDir().resolve(home.id()).resolve("covers-2026-06.key");
    assertThat(account()).isZero();
    Files.writeString(seed, "ab".repeat(32) + "\n");
    assertThat(account()).isEqualTo(1);
    assertThat(said().lines().filter(line -> line.contains("it is no cover")))
        .hasSizeGreaterThan(0);
  }
}
