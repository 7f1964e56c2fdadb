package org.answerable.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.stream.LongStream;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.Statement;
import org.answerable.tlog.Frontier;
import org.answerable.tlog.Hash;
import org.answerable.tlog.HashReader;
import org.answerable.tlog.NoteSigner;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.SpokenKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a focal point said, and what somebody could make of it. */
class StatementsTest {
  private static final String ORIGIN = "example.org/hope/tlog";
  private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
  private static final LocalDate NEXT_DAY = LocalDate.of(2026, 10, 1);
  private static final LocalDate LATER = LocalDate.of(2027, 1, 2);
  private final Statements statements = new Statements();
  private NoteSigner focal;

  @BeforeEach
  void announce() throws Exception {
    focal = signer();
    announce(focal);
    LongStream.range(0, 3).forEach(index -> statements.committed(index, DAY));
    statements.committed(3, NEXT_DAY);
    statements.committed(4, LATER);
    statements.committed(5, LATER.plusDays(1));
  }

  private static NoteSigner signer() throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    return NoteSigner.of(Statement.keyName(ORIGIN, SpokenKey.of(keys.getPublic())), keys);
  }

  private static LogEntry entry(Entry entry) throws Finding {
    return LogEntry.read(7, EntryJson.write("hope", entry));
  }

  private void take(NoteSigner signer, Statement statement) throws Finding {
    var note =
        new String(SignedNote.sign(statement.text(), signer).bytes(), StandardCharsets.UTF_8);
    statements.take(entry(new Entry.Accounted(DAY, note)), 7);
  }

  private static Statement statement(long from, long size, LocalDate until) {
    return new Statement(ORIGIN, from, size, head(size), until, 12, 39);
  }

  private static Hash head(long size) {
    Frontier frontier = Frontier.EMPTY;
    for (long i = 0; i < size; i++) {
      frontier = frontier.append(Hash.leaf(new byte[] {(byte) i}));
    }
    return frontier.head();
  }

  /** Of a tree of one leaf a number. */
  private static final HashReader HASHES =
      (level, index) -> level == 0 ? Hash.leaf(new byte[] {(byte) index}) : node(level, index);

  private static Hash node(int level, long index) {
    return Hash.node(HASHES.read(level - 1, 2 * index), HASHES.read(level - 1, 2 * index + 1));
  }

  @Test
  void saysUntilWhenAndWhatNobodyAccountsFor() throws Finding {
    take(focal, statement(1, 3, DAY));
    take(focal, statement(3, 4, NEXT_DAY));
    statements.check(ORIGIN, HASHES);
    assertThat(statements.summary(DAY.plusDays(100)))
        .containsExactly(
            "Entries 0 to 0 are accounted for by nobody.",
            "Accounted for until 2026-10-01, entry 3, by the focal point outside, whose key is "
                + focal.verifier().spoken()
                + ": ask them if it is. In confidence there: 10 or more. With leaders only, as the"
                + " organisation says: 30 or more.");
    assertThat(statements.summary(DAY.plusDays(122)))
        .endsWith("Not accounted for since 2026-10-01: ask why.");
    assertThat(new Statements().summary(DAY)).hasSize(1);
  }

  @Test
  void whoWasNotAnnouncedSignsNothing() throws Exception {
    refuses(signer(), statement(0, 3, DAY), "that no announced focal point signed");
  }

  /** The letters that a focal point reads out are of the key itself. */
  @Test
  void nobodyAnnouncesAnotherKeyUnderTheLettersOfAFocalPoints() throws Exception {
    NoteSigner forged =
        NoteSigner.of(
            focal.verifier().name(), KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    assertThatThrownBy(() -> announce(forged))
        .hasMessage(
            "entry 7 announces a focal point's key under the name of another one, "
                + focal.verifier().name()
                + ".");
    assertThatThrownBy(() -> announce(focal))
        .hasMessage("entry 7 announces a focal point's key for the second time.");
  }

  @Test
  void anotherKeyIsSaid() throws Exception {
    NoteSigner other = signer();
    announce(other);
    take(focal, statement(0, 3, DAY));
    take(other, statement(3, 4, NEXT_DAY));
    assertThat(statements.summary(NEXT_DAY))
        .contains(
            "The key of who accounts changed with entry 7: %s before, %s since. Ask them why."
                .formatted(focal.verifier().spoken(), other.verifier().spoken()));
    assertThat(statements.letters())
        .containsExactly(focal.verifier().spoken().letters(), other.verifier().spoken().letters());
  }

  private void announce(NoteSigner signer) throws Finding {
    statements.announce(entry(new Entry.StatementKeyAnnounced(DAY, signer.verifier().toString())));
  }

  @Test
  void aStatementIsAboutWhatCameBeforeIt() throws Exception {
    refuses(focal, statement(0, 8, DAY), "can't know");
    refuses(focal, statement(0, 3, NEXT_DAY), "not the day of its last commitment");
    take(focal, statement(0, 3, DAY));
    refuses(focal, statement(0, 3, DAY), "not for the first time");
    refuses(focal, statement(2, 4, NEXT_DAY), "not for the first time");
    take(focal, statement(3, 4, NEXT_DAY));
  }

  /** Two counts of almost the same time would tell of one text. */
  @Test
  void aStatementEndsWithAQuarter() throws Exception {
    refuses(focal, statement(0, 5, LATER), "in the middle of a quarter");
    refuses(focal, statement(0, 6, LATER.plusDays(1)), "in the middle of a quarter");
  }

  @Test
  void aStatementIsAboutThisLogAndThatTree() throws Exception {
    assertThatThrownBy(() -> statements.check("example.org/other/tlog", HASHES))
        .hasMessageContaining("announces a focal point's key of another log");
    take(focal, statement(0, 3, DAY));
    take(focal, new Statement(ORIGIN, 3, 4, head(3), NEXT_DAY, 0, 0));
    assertThatThrownBy(() -> statements.check(ORIGIN, HASHES))
        .hasMessage("entry 7 accounts for another tree of 4 entries than this log had.");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Statement many = statement(0, 2, DAY);
    assertThat(Statement.parse(many.text()))
        .contains(new Statement(ORIGIN, 0, 2, head(2), DAY, 10, 30));
    Statement few = new Statement(ORIGIN, 0, 2, head(2), DAY, 3, 20);
    assertThat(few.text())
        .endsWith("in confidence: fewer than 10\nwith leaders only: 20 or more\n")
        .doesNotContain("3\n");
    assertThat(Statement.parse(many.text().replace("10 or more", "12 or more"))).isEmpty();
    assertThat(Statement.parse(many.text().replace("from 0", "from 00"))).isEmpty();
    assertThat(Statement.parse(many.text() + "more\n")).isEmpty();
  }

  private void refuses(NoteSigner signer, Statement statement, String why) {
    assertThatThrownBy(() -> take(signer, statement))
        .isInstanceOf(Finding.class)
        .hasMessageContaining(why);
  }
}
