package org.answerable.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a focal point said, and what somebody could make of it. */
class StatementsTest {
  private static final String ORIGIN = "example.org/hope/tlog";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private final Statements statements = new Statements();
  private NoteSigner focal;

  @BeforeEach
  void announce() throws Exception {
    focal = signer("K7QM");
    statements.announce(entry(new Entry.StatementKeyAnnounced(DAY, focal.verifier().toString())));
    LongStream.range(0, 3).forEach(index -> statements.committed(index, DAY));
    statements.committed(3, DAY.plusDays(1));
  }

  private static NoteSigner signer(String key) throws Exception {
    return NoteSigner.of(
        Statement.keyName(ORIGIN, key), KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
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
    return new Statement(ORIGIN, from, size, head(size), until, 12);
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
    take(focal, statement(0, 2, DAY));
    take(focal, statement(3, 4, DAY.plusDays(1)));
    statements.check(ORIGIN, HASHES);
    assertThat(statements.summary(DAY.plusDays(100)))
        .containsExactly(
            "Entries 2 to 2 are accounted for by nobody.",
            "Accounted for until 2026-11-21, entry 3, by the focal point outside, whose key is"
                + " K7QM: ask them if it is. In confidence there: 12.");
    assertThat(statements.summary(DAY.plusDays(122)))
        .endsWith("Not accounted for since 2026-11-21: ask why.");
    assertThat(new Statements().summary(DAY)).hasSize(1);
  }

  @Test
  void whoWasNotAnnouncedSignsNothing() throws Exception {
    refuses(signer("K7QM"), statement(0, 2, DAY), "that no announced focal point signed");
    refuses(signer("OTHR"), statement(0, 2, DAY), "that no announced focal point signed");
  }

  @Test
  void aStatementIsAboutWhatCameBeforeIt() throws Exception {
    refuses(focal, statement(0, 8, DAY), "can't know");
    refuses(focal, statement(0, 2, DAY.plusDays(1)), "not the day of its last commitment");
    take(focal, statement(0, 2, DAY));
    refuses(focal, statement(0, 2, DAY), "not anew");
  }

  @Test
  void aStatementIsAboutThisLogAndThatTree() throws Exception {
    take(focal, statement(0, 2, DAY));
    assertThatThrownBy(() -> statements.check("example.org/other/tlog", HASHES))
        .hasMessage("entry 7 accounts for another log, example.org/hope/tlog.");
    take(focal, new Statement(ORIGIN, 2, 4, head(3), DAY.plusDays(1), 0));
    assertThatThrownBy(() -> statements.check(ORIGIN, HASHES))
        .hasMessage("entry 7 accounts for another tree of 4 entries than this log had.");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Statement many = statement(0, 2, DAY);
    assertThat(Statement.parse(many.text())).contains(many);
    Statement few = new Statement(ORIGIN, 0, 2, head(2), DAY, 3);
    assertThat(few.text()).endsWith("in confidence: fewer than 10\n").doesNotContain("3\n");
    assertThat(Statement.parse(many.text().replace("from 0", "from 00"))).isEmpty();
    assertThat(Statement.parse(many.text() + "more\n")).isEmpty();
  }

  private void refuses(NoteSigner signer, Statement statement, String why) {
    assertThatThrownBy(() -> take(signer, statement))
        .isInstanceOf(Finding.class)
        .hasMessageContaining(why);
  }
}
