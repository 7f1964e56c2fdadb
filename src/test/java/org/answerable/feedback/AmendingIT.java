package org.answerable.feedback;

import static org.answerable.feedback.InboxContext.NOW;
import static org.answerable.feedback.InboxWorld.leader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.answerable.feedback.Amending.Amended;
import org.answerable.intake.Released;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Ids;
import org.answerable.responselog.CorrectionReason;
import org.answerable.responselog.Published;
import org.answerable.responselog.RedactionReason;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Tree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@InboxTest
@SuppressWarnings("NullAway.Init")
class AmendingIT {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Autowired Amending amending;
  @Autowired Inbox inbox;
  @Autowired Responding responding;
  @Autowired PublishingWords publishing;
  @Autowired Sequencer sequencer;
  @Autowired Tree tree;
  @Autowired Ids ids;
  @Autowired InboxWorld world;
  @Autowired WebApplicationContext context;
  private Organisation organisation;
  private Leader programmes;
  private Released given;

  @BeforeEach
  void answerSomebody() throws SQLException {
    organisation = world.organisation();
    programmes = leader(organisation, "programmes");
    given = world.release(organisation, "medicines", MONDAY, "no syrup");
    responding.respond(
        programmes,
        given.reference(),
        ResponseDraft.of(Decision.EXPLAINED, "It comes on Thursday."),
        1,
        ids.uuid(),
        NOW);
  }

  private void slot() throws SQLException {
    sequencer.sequence(organisation, NOW);
  }

  private List<Published> texts() {
    return amending.texts(programmes, given.reference()).orElseThrow().texts();
  }

  private Amended correct(String of, String text) throws SQLException {
    return amending.correct(programmes, given.reference(), of, text, CorrectionReason.WRONG, NOW);
  }

  private Amended remove(String of) throws SQLException {
    return amending.remove(programmes, given.reference(), of, RedactionReason.SHOWS_SOMEBODY, NOW);
  }

  private boolean isServed(String hash) {
    return tree.content(organisation.id(), HexFormat.of().parseHex(hash)).isPresent();
  }

  private boolean isErased(String hash) {
    return tree.isErased(organisation.id(), HexFormat.of().parseHex(hash));
  }

  @Test
  void whatIsNotPublicYetIsNotAmended() throws SQLException {
    assertThat(texts()).isEmpty();
    slot();
    assertThat(texts())
        .extracting(text -> text.text().text())
        .containsExactly("It comes on Thursday.");
  }

  @Test
  void aResponseIsCorrectedOnceAndBothTextsStay() throws SQLException {
    slot();
    String first = texts().getFirst().hash();
    assertThat(correct(first, "It comes on Friday.")).isEqualTo(Amended.DONE);
    assertThat(world.publicTexts(organisation)).containsExactly("It comes on Thursday.");
    assertThat(correct(first, "It comes on Sunday.")).as("staged").isEqualTo(Amended.TOO_LATE);
    slot();
    assertThat(world.publicTexts(organisation))
        .containsExactly("It comes on Friday.", "It comes on Thursday.");
    assertThat(correct(first, "It comes on Sunday.")).isEqualTo(Amended.TOO_LATE);
    String second = texts().getLast().hash();
    assertThat(texts()).extracting(Published::standing).containsExactly(false, true);
    assertThat(correct(second, "It comes on Sunday.")).isEqualTo(Amended.DONE);
    assertThat(inbox.read(programmes, given.reference()).orElseThrow().steps())
        .extracting(Feedbacks.StepRow::what)
        .endsWith(StepKind.CORRECTED, StepKind.CORRECTED);
    assertThat(world.outbox(organisation)).as("nobody is texted").isEqualTo(1);
  }

  @Test
  void whatIsRemovedIsDeletedAtTheSlotAndNotBefore() throws SQLException {
    slot();
    String hash = texts().getFirst().hash();
    assertThat(remove(hash)).isEqualTo(Amended.DONE);
    assertThat(isServed(hash)).as("before the slot").isTrue();
    assertThat(remove(hash)).isEqualTo(Amended.TOO_LATE);
    assertThat(correct(hash, "It comes on Friday.")).isEqualTo(Amended.TOO_LATE);
    slot();
    assertThat(isServed(hash)).isFalse();
    assertThat(isErased(hash)).isTrue();
    assertThat(world.published(organisation)).isEmpty();
    assertThat(texts()).isEmpty();
  }

  @Test
  void aTextThatWasCorrectedCanStillBeRemoved() throws SQLException {
    slot();
    String first = texts().getFirst().hash();
    correct(first, "It comes on Friday.");
    assertThat(remove(first)).isEqualTo(Amended.DONE);
    slot();
    assertThat(world.publicTexts(organisation)).containsExactly("It comes on Friday.");
  }

  @Test
  void wordsAreRemovedAndNeverCorrected() throws SQLException {
    var choice = new PublishingWords.Choice(Set.of(), List.of());
    var shown =
        (Publication.Shown) publishing.publish(programmes, given.reference(), choice, "", NOW);
    publishing.publish(programmes, given.reference(), choice, shown.seal(), NOW);
    slot();
    String words =
        texts().stream()
            .filter(text -> text.what() == Published.What.WORDS)
            .findFirst()
            .orElseThrow()
            .hash();
    assertThat(correct(words, "plenty of syrup")).isEqualTo(Amended.TOO_LATE);
    assertThat(remove(words)).isEqualTo(Amended.DONE);
    slot();
    assertThat(world.publicTexts(organisation)).containsExactly("It comes on Thursday.");
  }

  @Test
  void aCorrectionSaysSomethingElse() throws SQLException {
    slot();
    String hash = texts().getFirst().hash();
    for (String none : List.of("", " \n", "It comes on Thursday.", "x".repeat(481))) {
      assertThat(correct(hash, none)).as(none).isEqualTo(Amended.NO_TEXT);
    }
    assertThat(world.staged(organisation)).isEmpty();
  }

  @Test
  void whoDoesNotHaveItAmendsNothing() throws SQLException {
    slot();
    String hash = texts().getFirst().hash();
    programmes = leader(organisation, "council");
    assertThat(amending.texts(programmes, given.reference())).isEmpty();
    assertThat(remove(hash)).isEqualTo(Amended.UNKNOWN);
    assertThat(correct(hash, "x")).isEqualTo(Amended.UNKNOWN);
    assertThat(perform(get("/inbox/" + given.reference() + "/published")).getStatus())
        .isEqualTo(404);
  }

  @Test
  void thePageHasAFormForEachTextAndWantsAReason() throws Exception {
    slot();
    String page = "/inbox/" + given.reference() + "/published";
    String hash = texts().getFirst().hash();
    assertThat(perform(get(page)).getContentAsString())
        .contains("It comes on Thursday.", "Correct it", "Remove it", "shows-somebody", hash)
        .doesNotContain(" style=", "<script");
    var nothing = post(page + "/removal").with(csrf()).param("of", hash);
    assertThat(perform(nothing).getStatus()).isEqualTo(422);
    var odd = post(page + "/removal").with(csrf()).param("of", "zz").param("reason", "law");
    assertThat(perform(odd).getRedirectedUrl()).endsWith("?done=amended#main");
    var right =
        post(page + "/correction")
            .with(csrf())
            .param("of", hash)
            .param("text", "It comes on Friday.")
            .param("reason", "wrong");
    assertThat(perform(right).getRedirectedUrl()).endsWith("?done=corrected#main");
    var gone = post(page + "/removal").with(csrf()).param("of", hash).param("reason", "law");
    assertThat(perform(gone).getRedirectedUrl()).endsWith("?done=removed#main");
    assertThat(world.staged(organisation)).hasSize(2);
    assertThat(perform(get("/inbox/" + given.reference())).getContentAsString())
        .contains("Response corrected", "Published text removed");
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) {
    MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    var signedIn = new TestingAuthenticationToken(programmes, null, "LEADER");
    try {
      return mvc.perform(request.with(authentication(signedIn))).andReturn().getResponse();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
