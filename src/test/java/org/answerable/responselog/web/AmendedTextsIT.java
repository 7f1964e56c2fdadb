package org.answerable.responselog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.answerable.audit.LogCopyCommand;
import org.answerable.platform.Login;
import org.answerable.platform.keys.RootKey;
import org.answerable.responselog.Content;
import org.answerable.responselog.CorrectionReason;
import org.answerable.responselog.Entry;
import org.answerable.responselog.PublicLog;
import org.answerable.responselog.Published;
import org.answerable.responselog.RedactionReason;
import org.answerable.responselog.Staging;
import org.answerable.testing.LogMirror;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Published texts that were corrected or removed, as everybody finds them. */
class AmendedTextsIT extends ServedLog {
  private static final String CORRECTED = "A017-0000";
  private static final String REMOVED = "A016-0000";
  private static final String NEW = "No: at window three.";

  @Autowired private Staging staging;
  @Autowired private PublicLog log;
  @Autowired private RootKey root;
  @TempDir private Path folder;

  @BeforeEach
  void amend() throws SQLException {
    if (log.entries("kijiji", CORRECTED).stream()
        .noneMatch(one -> one.entry() instanceof Entry.Correction)) {
      var content = new Content(new byte[] {7}, NEW);
      var today = home.day(clock.instant());
      databases.inTransaction(
          Login.INBOX,
          tx -> {
            staging.stage(
                tx,
                "kijiji",
                new Entry.Correction(
                    today, CORRECTED, hash(CORRECTED), content.hash(), CorrectionReason.WRONG),
                List.of(content));
            staging.stage(
                tx,
                "kijiji",
                List.of(
                    new Entry.Redaction(
                        today, REMOVED, hash(REMOVED), RedactionReason.SHOWS_SOMEBODY)));
            return content;
          });
      grow(0);
    }
  }

  private byte[] hash(String reference) {
    return log.entries("kijiji", reference).stream()
        .filter(one -> one.entry() instanceof Entry.ResponsePublished)
        .map(one -> ((Entry.ResponsePublished) one.entry()).response())
        .findFirst()
        .orElseThrow();
  }

  private String page(String reference) throws Exception {
    return text(send(at("/kijiji/log/" + reference)));
  }

  @Test
  void bothTextsOfACorrectionAreShown() throws Exception {
    assertThat(page(CORRECTED))
        .contains(
            "<bdi lang=\"\">Yes.</bdi>",
            "see below.",
            "Response corrected",
            "It was not true. Now it says:",
            "<bdi lang=\"\">" + NEW + "</bdi>");
    assertThat(log.find("kijiji", CORRECTED).orElseThrow().response()).hasToString(NEW);
    assertThat(get("content/" + HexFormat.of().formatHex(hash(CORRECTED))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void inPlaceOfARemovedTextStandsWhenAndWhy() throws Exception {
    assertThat(page(REMOVED))
        .contains("A text was removed", "because it showed who somebody is.")
        .doesNotContain("Yes.");
    assertThat(get("content/" + HexFormat.of().formatHex(hash(REMOVED))).statusCode())
        .isEqualTo(410);
    assertThat(Published.of(log.entries("kijiji", REMOVED))).isEmpty();
  }

  @Test
  void whoeverChecksTheLogIsContent() {
    var verdict = LogMirror.verify(address(), folder.resolve("seen"));
    assertThat(verdict.status()).as(verdict.said()).isZero();
    assertThat(verdict.said()).contains("removed, each with its reason: 1.");
  }

  /** What pages show is derived from the entries: SQL there is seen as well. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          status = 'answered', responded = due | B000-0000 | the status of B000-0000 is answered, but the entries say released.
          due = due + 30 | B000-0000 | the due of B000-0000 is
          due = due + 90 | C5YQ-J3NE | the status of C5YQ-J3NE is released, but the entries say overdue.
          responded = responded - 1 | K7QM-2XWD | the responded of K7QM-2XWD is
          decision = 'done' | K7QM-2XWD | the decision of K7QM-2XWD is done, but the entries say will-do.
          closed = '2026-01-01', due = '2026-01-01' | B000-0000 | the status of B000-0000 is closed, but the entries say released.
          response = (select hash from responselog.content where text <> '' order by text limit 1) | K7QM-2XWD | the response of K7QM-2XWD is not the text beside the log.
          words = null | K7QM-2XWD | the words of K7QM-2XWD is not the text beside the log.
          """)
  void aRowOfThePagesThatSomebodyChangedIsNamed(String change, String reference, String what)
      throws Exception {
    var owner = new WholeDatabase(databases, root).owner();
    owner.sql("create table public.rows as select * from responselog.feedback").update();
    try {
      owner
          .sql("update responselog.feedback set " + change + " where reference = ?")
          .param(reference)
          .update();
      var verdict = LogMirror.verify(address(), folder.resolve("seen"));
      assertThat(verdict.status()).isEqualTo(1);
      assertThat(verdict.said()).startsWith("log.csv: " + what);
    } finally {
      owner.sql("delete from responselog.feedback").update();
      owner.sql("insert into responselog.feedback select * from public.rows").update();
      owner.sql("drop table public.rows").update();
    }
  }

  @Test
  void aCopyIsALogItselfAndGrows() throws Exception {
    Path copy = folder.resolve("copy");
    copies(copy, 0);
    verifies(copy);
    grow(20);
    copies(copy, 0);
    verifies(copy);
    String removed = HexFormat.of().formatHex(hash(REMOVED));
    assertThat(copy.resolve("tlog/content/" + removed)).doesNotExist();
    Path left = Files.writeString(copy.resolve("tlog/content/" + removed), "of an earlier copy");
    copies(copy, 0);
    assertThat(left).doesNotExist();
  }

  @Test
  void aCopyDoesNotFollowALogThatIsAnotherOne() throws Exception {
    Path copy = folder.resolve("copy");
    copies(copy, 0);
    byte[] before = Files.readAllBytes(copy.resolve("tlog/checkpoint"));
    Path text = Files.writeString(copy.resolve("tlog/tile/0/000"), "x".repeat(32 * 256));
    grow(10);
    assertThat(copies(copy, 1)).contains("tile/0/000", "The copy stays what it was.");
    assertThat(copy.resolve("tlog/checkpoint")).hasBinaryContent(before);
    assertThat(copy.resolve("tlog.new")).doesNotExist();
    Files.delete(text);
    copies(copy, 0);
    verifies(copy);
  }

  private void verifies(Path copy) {
    var verdict = LogMirror.verify(copy.toString(), folder.resolve("seen-copy"));
    assertThat(verdict.status()).as(verdict.said()).isZero();
  }

  private String copies(Path copy, int status) {
    var said = new ByteArrayOutputStream();
    var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    int ended =
        new LogCopyCommand(InstantSource.system())
            .run(
                List.of(address(), copy.toString()), stream, stream, InputStream.nullInputStream());
    assertThat(ended).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(status);
    return said.toString(StandardCharsets.UTF_8);
  }

  private String address() {
    return "http://127.0.0.1:" + port + "/kijiji";
  }
}
