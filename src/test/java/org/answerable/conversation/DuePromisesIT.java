package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.answerable.conversation.Told.Given;
import org.answerable.feedback.Decision;
import org.answerable.feedback.KeepingPromises;
import org.answerable.feedback.KeepingPromises.Due;
import org.answerable.feedback.ResponseDraft;
import org.answerable.leader.Leader;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What leaders have to keep, in one list. */
@ApplicationTest
class DuePromisesIT {
  @Autowired private ApplicationContext application;
  @Autowired private KeepingPromises keeping;
  private Told told;

  @BeforeEach
  void open() throws SQLException {
    told = new Told(application);
  }

  @Test
  void whatIsLateStandsFirstAndWhatIsKeptNotAtAll() throws SQLException {
    Given later = promised("no paint", 9);
    Given soon = promised("no lamp", 2);
    Given late = promised("no door", 5);
    told.owner()
        .sql("update feedback.commitment set due = current_date - 3 where feedback = ?")
        .param(late.feedback())
        .update();
    assertThat(mine(List.of(late, soon, later)))
        .containsExactly(late.reference(), soon.reference(), later.reference());
    Due first =
        due(told.leader("programmes")).stream()
            .filter(one -> one.state().reference().equals(late.reference()))
            .findFirst()
            .orElseThrow();
    assertThat(first.missed()).isTrue();
    assertThat(first.made().what()).isEqualTo("no door is mended");
    keeping.keep(
        told.leader("programmes"), late.reference(), first.response(), "Done.", Instant.now());
    assertThat(mine(List.of(late, soon, later)))
        .containsExactly(soon.reference(), later.reference());
  }

  @Test
  void whoMayNotSeeTheFeedbackSeesNoPromise() throws SQLException {
    Given given = told.give(Told.newNumber(), "where did the mats go", "our leaders");
    told.answered(
        given,
        "council",
        new ResponseDraft(
            Decision.WILL_DO, "We look.", "the list", "council", told.today().plusDays(3)));
    assertThat(due(told.leader("council")))
        .anyMatch(one -> one.state().reference().equals(given.reference()));
    assertThat(due(told.leader("programmes")))
        .noneMatch(one -> one.state().reference().equals(given.reference()));
  }

  private List<String> mine(List<Given> all) {
    List<String> references = all.stream().map(Given::reference).toList();
    return due(told.leader("programmes")).stream()
        .map(one -> one.state().reference())
        .filter(references::contains)
        .toList();
  }

  private List<Due> due(Leader leader) {
    int pages = keeping.due(leader, 1, told.today()).pages();
    return IntStream.rangeClosed(1, pages)
        .mapToObj(page -> keeping.due(leader, page, told.today()).rows())
        .flatMap(List::stream)
        .toList();
  }

  private Given promised(String words, int days) throws SQLException {
    Given given = told.give(Told.newNumber(), words, "waiting");
    told.answered(
        given,
        "programmes",
        new ResponseDraft(
            Decision.WILL_DO,
            "You are right.",
            words + " is mended",
            "programmes",
            told.today().plusDays(days)));
    return given;
  }
}
