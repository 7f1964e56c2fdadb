package org.answerable.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.answerable.confidential.AccountCommand;
import org.answerable.confidential.Accounting;
import org.answerable.leader.Leader;
import org.answerable.organisation.Role;
import org.answerable.organisation.Sensitivity;
import org.answerable.responselog.PublicLog;
import org.answerable.responselog.Statement;
import org.answerable.tlog.NoteSigner;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.SpokenKey;
import org.junit.jupiter.api.Test;

/**
 * How the focal point outside accounts for what is not opened, and what nobody can say for them.
 */
class AccountIT extends AccountedLog {
  @Test
  void whatIsNotOpenedIsAccountedForAndEverybodySeesIt() throws Exception {
    quarterBegins(JULY);
    assertThat(verify().said()).contains("Nobody outside has said yet");
    assertThat(account()).as(said()).isZero();
    assertThat(said())
        .contains(
            " covers; 1 in confidence, each opened with your key.",
            "1 accuse somebody and are with leaders only,\n2 were set aside, taken back",
            "in confidence: fewer than 10\nwith leaders only: fewer than 10\n");
    String statement = statement();
    assertThat(accounting.take(focal, statement, IntakeIT.now)).isEqualTo(Accounting.Taken.DONE);
    assertThat(accounting.take(focal, statement, IntakeIT.now))
        .isEqualTo(Accounting.Taken.OVERLAPS);
    slotPasses();
    String letters = SpokenKey.of(outside.statementKeys().getPublic()).letters();
    assertThat(verify().said())
        .contains("Accounted for until 2026-06-24", "outside, whose key is " + letters)
        .doesNotContain("by nobody");
    assertThat(log.accounted(home.id())).contains(new PublicLog.Accounted(DAY, letters));
    assertThat(accounting.letters(focal)).contains(letters);
    world.give("one more", Sensitivity.S2, null);
    slotPasses();
    slotPasses();
    quarterBegins(OCTOBER);
    assertThat(account()).as(said()).isZero();
    assertThat(said()).contains(" 0 in confidence", "1 accuse somebody", "\n0 were set aside");
    assertThat(said()).contains("signed with the key " + letters).doesNotContain("also believes");
    assertThat(accounting.take(focal, fromTheBeginning(statement()), IntakeIT.now))
        .isEqualTo(Accounting.Taken.OVERLAPS);
    assertThat(accounting.take(focal, statement(), IntakeIT.now)).isEqualTo(Accounting.Taken.DONE);
    slotPasses();
    assertThat(verify().status()).as(verify().said()).isZero();
    assertThat(account("--from", "0")).isEqualTo(1);
    assertThat(said()).contains("it was accounted for before");
  }

  /** The same, signed by their key about a quarter more. */
  private String fromTheBeginning(String printed) {
    int line = printed.indexOf('\n') + 1;
    Statement said =
        Statement.parse(printed.substring(line, printed.indexOf("\n\n") + 1)).orElseThrow();
    var all = new Statement(said.origin(), 0, said.size(), said.head(), said.until(), 0, 0).text();
    var signer = NoteSigner.of(printed.substring(0, printed.indexOf('+')), outside.statementKeys());
    return printed.substring(0, line) + new String(SignedNote.sign(all, signer).bytes(), UTF_8);
  }

  /** Of two counts that end some days apart the difference would tell of single texts. */
  @Test
  void aQuarterIsAccountedForWhenItIsOver() throws Exception {
    assertThat(accounting.file(focal)).isEmpty();
    slot = JULY.minus(Duration.ofHours(20));
    slotPasses();
    assertThat(accounting.file(focal)).isEmpty();
  }

  @Test
  void whatStillWaitsToBeSortedIsNotAccountedForYet() throws Exception {
    world.give("not at its slot yet");
    sequencer.sequence(home, slot);
    world.on(home.day(JULY));
    world.give("nor this");
    sequencer.sequence(home, JULY);
    assertThat(accounting.file(focal)).as("all came in the same quarter").isEmpty();
  }

  /** Whoever drops a text can still write a note that it is in confidence. */
  @Test
  void whatIsSaidToBeInConfidenceAndDoesNotOpenIsNamed() throws Exception {
    quarterBegins(JULY);
    sql("update confidential.text set sealed = note where organisation = HOME");
    assertThat(account()).isEqualTo(1);
    assertThat(said())
        .contains(
            "it is no cover, and the text that is said to be with you does not open.",
            "Nothing was signed.");
  }

  @Test
  void aNoteThatIsTakenAwayOrForgedIsMissed() throws Exception {
    quarterBegins(JULY);
    sql("delete from confidential.account where organisation = HOME");
    assertThat(account()).isEqualTo(1);
    assertThat(said().lines().filter(line -> line.contains("it is no cover"))).hasSize(3);
    sql("delete from confidential.text where organisation = HOME");
    assertThat(account()).isEqualTo(1);
    assertThat(said().lines().filter(line -> line.contains("it is no cover"))).hasSize(4);
    assertThat(account("--from", "99")).as("nothing behind it").isEqualTo(1);
  }

  /** The server can neither sign for the focal point nor use what they said elsewhere. */
  @Test
  void aStatementOfSomebodyElseOrAboutAnotherLogIsNotTaken() throws Exception {
    quarterBegins(JULY);
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
    quarterBegins(JULY);
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
