package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.answerable.conversation.Told.Given;
import org.answerable.feedback.Decision;
import org.answerable.feedback.KeepingPromises;
import org.answerable.feedback.PromiseSweep;
import org.answerable.feedback.ResponseDraft;
import org.answerable.responselog.PublicPromise;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Promises and referrals, from the inbox to the public page and back to the phone. */
@ApplicationTest
class PromisesIT {
  @Autowired private ApplicationContext application;
  @Autowired private PromiseSweep sweep;
  @Autowired private KeepingPromises keeping;
  @Autowired private PublicPromise.All promises;
  private final String number = Told.newNumber();
  private Told told;

  @BeforeEach
  void open() throws SQLException {
    told = new Told(application);
  }

  @Test
  void aKeptPromiseStandsOnThePageWithWhatWasDone() throws SQLException {
    Given given = promised("we sit in the rain", "waiting", "a roof at Mto");
    assertThat(inPublic(given).kept()).isNull();
    assertThat(keep(given, " ")).isEqualTo(KeepingPromises.Kept.NO_WORDS);
    assertThat(keep(given, "It stands since today.")).isEqualTo(KeepingPromises.Kept.DONE);
    assertThat(keep(given, "Twice.")).isEqualTo(KeepingPromises.Kept.OVERTAKEN);
    told.slot();
    assertThat(inPublic(given).kept()).isEqualTo(told.today());
    assertThat(inPublic(given).words()).hasToString("It stands since today.");
    assertThat(told.types(given)).endsWith("response published", "commitment kept");
    told.handedOver(given);
    assertThat(told.outcome("promised/" + response(given))).isEqualTo("handed_over");
    assertThat(told.outcome("promise kept/" + response(given))).isEqualTo("handed_over");
  }

  @Test
  void aMissedPromiseIsWrittenByTheSweepAndMayStillBeKept() throws SQLException {
    Given given = promised("no shade here", "waiting", "shade at Kilima");
    pass(given);
    sweep.run(told.home, Instant.now());
    sweep.run(told.home, Instant.now());
    assertThat(told.steps(given, "promise missed")).as("once").isEqualTo(1);
    told.slot();
    assertThat(inPublic(given).missed()).isEqualTo(told.today());
    assertThat(told.types(given)).containsOnlyOnce("commitment missed");
    told.handedOver(given);
    assertThat(told.outcome("promise missed/" + response(given))).isEqualTo("handed_over");

    assertThat(keep(given, "Late, but there.")).isEqualTo(KeepingPromises.Kept.DONE);
    told.slot();
    assertThat(inPublic(given).kept()).isEqualTo(told.today());
  }

  @Test
  void aBodyOutsideHasAClockOfItsOwn() throws SQLException {
    Given given = told.give(number, "they ask 2000 for the card", "fees");
    told.answered(
        given,
        "programmes",
        new ResponseDraft(Decision.REFERRED_TO, "They have it now.", "District office", "", null));
    assertThat(inPublic(given).isReferral()).isTrue();
    assertThat(inPublic(given).what()).hasToString("District office");
    assertThat(inPublic(given).due()).isEqualTo(told.today().plusDays(30));
    pass(given);
    sweep.run(told.home, Instant.now());
    told.slot();
    assertThat(told.types(given)).endsWith("referral unanswered");
    assertThat(keep(given, "The card is free.")).isEqualTo(KeepingPromises.Kept.DONE);
    told.slot();
    assertThat(inPublic(given).words()).hasToString("The card is free.");
    assertThat(told.types(given)).endsWith("referral answered");
  }

  @Test
  void whatAccusesIsPromisedInNoEntry() throws SQLException {
    Given given = told.give(number, "where did the food go", "our leaders");
    told.answered(given, "council", promise("council", "two of us check the list"));
    pass(given);
    sweep.run(told.home, Instant.now());
    told.slot();
    assertThat(told.steps(given, "promise missed")).isEqualTo(1);
    assertThat(told.isInLog(given)).isFalse();
    assertThat(all()).noneMatch(one -> one.reference().equals(given.reference()));
    told.handedOver(given);
    assertThat(told.outcome("promise missed/" + response(given))).isEqualTo("handed_over");
  }

  @Test
  void whatItsSenderTookBackIsPromisedNoMore() throws SQLException {
    Given given = promised("no chairs", "waiting", "chairs");
    told.hears(number, "WITHDRAW " + given.code());
    told.slot();
    pass(given);
    sweep.run(told.home, Instant.now());
    assertThat(told.steps(given, "promise missed")).isZero();
    assertThat(all()).noneMatch(one -> one.reference().equals(given.reference()));
  }

  private Given promised(String words, String topic, String what) throws SQLException {
    Given given = told.give(number, words, topic);
    told.answered(given, "programmes", promise("programmes", what));
    return given;
  }

  private ResponseDraft promise(String owner, String what) {
    return new ResponseDraft(
        Decision.WILL_DO, "You are right.", what, owner, told.today().plusDays(7));
  }

  /** As if its day were over. */
  private void pass(Given given) {
    told.owner()
        .sql("update feedback.commitment set due = current_date - 2 where feedback = ?")
        .param(given.feedback())
        .update();
  }

  private KeepingPromises.Kept keep(Given given, String words) throws SQLException {
    String role = told.isInLog(given) ? "programmes" : "council";
    return keeping.keep(
        told.leader(role), given.reference(), response(given), words, Instant.now());
  }

  private UUID response(Given given) {
    return told.owner()
        .sql("select response from feedback.response where feedback = ?")
        .param(given.feedback())
        .query(UUID.class)
        .single();
  }

  private PublicPromise inPublic(Given given) {
    return all().stream()
        .filter(one -> one.reference().equals(given.reference()))
        .findFirst()
        .orElseThrow();
  }

  private List<PublicPromise> all() {
    return promises.of(told.home.id(), told.today(), 1000);
  }
}
