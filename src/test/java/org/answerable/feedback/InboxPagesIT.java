package org.answerable.feedback;

import static org.answerable.feedback.InboxWorld.leader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.answerable.intake.Released;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Ids;
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
class InboxPagesIT {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Autowired WebApplicationContext context;
  @Autowired InboxWorld world;
  @Autowired Ids ids;
  MockMvc mvc;
  Organisation organisation;
  Leader programmes;

  @BeforeEach
  void organisation() {
    mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    organisation = world.organisation();
    programmes = leader(organisation, "programmes");
  }

  @Test
  void listsWhatWaitsWithItsDays() throws Exception {
    var late =
        world.release(organisation, "medicines", LocalDate.of(2026, 11, 10), "no <syrup> 4 kids");
    String html = html(get("/inbox"));
    assertThat(html)
        .contains(
            "<h1>1 waits for you</h1>",
            "1 is overdue.",
            "no &lt;syrup&gt; 4 kids",
            "Report about medicines",
            "<div class=\"d late\"><b>14</b> days",
            "<span class=\"s late\">Overdue 11 days</span>",
            "href=\"/inbox/" + late.reference() + "\"")
        .doesNotContain(" style=", "<script");
  }

  @Test
  void saysWhatAnEmptyListMeans() throws Exception {
    assertThat(html(get("/inbox"))).contains("<h1>Nothing waits for you</h1>");
    assertThat(html(get("/inbox?topic=medicines"))).contains("Nothing matches.");
    assertThat(html(get("/inbox?view=answered"))).contains("Nothing is answered yet.");
  }

  @Test
  void takesOddQuestionsPolitely() throws Exception {
    world.release(organisation, "medicines", MONDAY, "no syrup");
    for (String odd :
        List.of("page=-1", "page=zwei", "page=9999", "topic=%00", "role='--", "view=x")) {
      assertThat(html(get("/inbox?" + odd))).as(odd).contains("1 waits for you");
    }
  }

  @Test
  void showsOneFeedbackWithEveryActAsAForm() throws Exception {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup\n\"call\" 0712 345 678");
    String html = html(get("/inbox/" + given.reference()));
    assertThat(html)
        .contains(
            "<h1>Report about medicines</h1>",
            "<span class=\"s read\">Read</span>",
            "due 26 Nov",
            "method=\"post\" action=\"/inbox/" + given.reference() + "/response",
            "Hide “<bdi>0712 345 678</bdi>”",
            "Yes, after redaction",
            "Board, after 26 Nov",
            "name=\"_csrf\"")
        .doesNotContain(" style=", "<script", "12:00", "09:00");
    assertThat(Pattern.compile("type=\"radio\"").matcher(html).results().count()).isEqualTo(7);
  }

  @Test
  void answersForeignAndUnknownFeedbackAlike() throws Exception {
    var readers = world.release(organisation, "unsorted", MONDAY, "hm");
    var foreign = world.release(world.organisation(), "medicines", MONDAY, "there");
    for (String path : List.of("", "/response", "/note", "/words")) {
      MockHttpServletResponse unknown = answer(path, "ABCD-2345");
      assertThat(unknown.getStatus()).isEqualTo(404);
      for (Released hidden : List.of(readers, foreign)) {
        MockHttpServletResponse answer = answer(path, hidden.reference());
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).isEqualTo(unknown.getContentAsString());
      }
    }
  }

  @Test
  void takesNoPostWithoutItsToken() throws Exception {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    for (String path : List.of("/response", "/note", "/words")) {
      var request = post("/inbox/" + given.reference() + path).with(authentication(as(programmes)));
      assertThat(mvc.perform(request).andReturn().getResponse().getStatus()).isEqualTo(403);
    }
    assertThat(world.outbox(organisation)).isZero();
  }

  @Test
  void sendsAndComesBackToThePage() throws Exception {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    var sent =
        perform(
            response(given, 1)
                .param("decision", "will-do")
                .param("text", "We get it on Thursday.")
                .param("what", "syrup at Mto")
                .param("owner", "board")
                .param("by", "2026-12-04")
                .param("act", "send"));
    assertThat(sent.getStatus()).isEqualTo(302);
    String page = "/inbox/" + given.reference() + "?done=sent";
    assertThat(sent.getRedirectedUrl()).isEqualTo(page + "#main");
    assertThat(html(get(page)))
        .contains(
            "role=\"status\"",
            "Sent.",
            "<span class=\"s will\">Will do</span>",
            "We get it on Thursday.",
            "Promised: syrup at Mto, by 4 Dec, Board",
            "Waiting to be sent",
            "Mark as kept");
    assertThat(world.outbox(organisation)).as("the words, and the promise").isEqualTo(2);
  }

  @Test
  void tellsAllErrorsAboveTheFormAndKeepsTheWords() throws Exception {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    var refused =
        perform(
            response(given, 1)
                .param("decision", "will-do")
                .param("text", "We <will>.")
                .param("owner", "nobody")
                .param("by", "soon")
                .param("act", "send"));
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains(
            "Nothing was sent yet",
            "<a href=\"#by\">Give a day.",
            "<a href=\"#what\">",
            "<a href=\"#owner\">",
            "aria-invalid=\"true\" aria-describedby=\"bye\"",
            "We &lt;will&gt;.",
            "id=\"will-do\" checked");
    assertThat(world.outbox(organisation)).isZero();
  }

  @Test
  void keepsTheWordsOfTheSecondOfTwoLeaders() throws Exception {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    perform(
        response(given, 1).param("decision", "done").param("text", "First.").param("act", "send"));
    var second =
        perform(
            response(given, 1)
                .param("decision", "done")
                .param("text", "My own words.")
                .param("act", "send"));
    assertThat(second.getStatus()).isEqualTo(409);
    assertThat(second.getContentAsString())
        .contains(
            "Somebody answered this while you wrote. Nothing was sent. Your words are below.",
            "My own words.</textarea>",
            "name=\"seen\" value=\"2\"");
    assertThat(world.outbox(organisation)).isEqualTo(1);
  }

  @Test
  void showsWhatThePersonGetsBeforeItIsSent() throws Exception {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    var look = perform(response(given, 1).param("text", "It is there.").param("act", "look"));
    assertThat(look.getStatus()).isEqualTo(200);
    assertThat(look.getContentAsString())
        .contains(
            "<mark>receipt</mark>: <bdi>It is there.</bdi>", "23 of 160, 1 segment, plain letters");
    assertThat(world.outbox(organisation)).isZero();
  }

  @Test
  void publishesWordsAfterALookAtThem() throws Exception {
    var given =
        world.release(organisation, "medicines", MONDAY, "call 0712 345 678, no syrup 4 Asha");
    var look =
        perform(
            words(given)
                .param("act", "publish")
                .param("hide", "0-5-17")
                .param("also", "asha\n\n")
                .param("seal", ""));
    assertThat(look.getContentAsString())
        .contains("“<bdi>call […], no syrup 4 […]</bdi>”", "Nothing was published yet");
    var seal = Pattern.compile("name=\"seal\" value=\"([0-9a-f]{64})\"");
    var found = seal.matcher(look.getContentAsString());
    assertThat(found.find()).isTrue();
    var published =
        perform(
            words(given)
                .param("act", "publish")
                .param("hide", "0-5-17")
                .param("also", "asha")
                .param("seal", found.group(1)));
    assertThat(published.getRedirectedUrl()).endsWith("?done=shown#main");
    assertThat(world.published(organisation)).as("whoever wrote it sees it first").isEmpty();
    assertThat(html(get("/inbox/" + given.reference())))
        .contains("The member is shown the words first")
        .doesNotContain("Publish these words");
  }

  @Test
  void keepsANoteAndRefusesAnEmptyOne() throws Exception {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    var note = post("/inbox/" + given.reference() + "/note").with(csrf());
    assertThat(perform(note.param("note", "rang <them>")).getRedirectedUrl())
        .endsWith("?done=noted#main");
    assertThat(html(get("/inbox/" + given.reference()))).contains("rang &lt;them&gt;");
    var empty = post("/inbox/" + given.reference() + "/note").with(csrf()).param("note", " ");
    assertThat(perform(empty).getStatus()).isEqualTo(422);
  }

  @Test
  void takesBackWhatWasSentTooEarly() throws Exception {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    perform(
        response(given, 1).param("decision", "done").param("text", "Doone.").param("act", "send"));
    String page = "/inbox/" + given.reference();
    String html = html(get(page));
    assertThat(html).contains("<button>Undo</button>", "action=\"" + page + "/undo\"");
    var found = Pattern.compile("name=\"response\" value=\"([0-9a-f-]{36})\"").matcher(html);
    assertThat(found.find()).isTrue();
    var undo = post(page + "/undo").with(csrf()).param("response", found.group(1));
    assertThat(perform(undo).getRedirectedUrl()).endsWith("?done=undone#main");
    assertThat(world.outbox(organisation)).isZero();
    assertThat(html(get(page + "?done=undone")))
        .contains(
            "Nothing of it has left.",
            "Response taken back",
            "Doone.",
            "<span class=\"s read\">Read</span>")
        .doesNotContain("<button>Undo</button>");
    var late = post(page + "/undo").with(csrf()).param("response", found.group(1));
    assertThat(perform(late).getRedirectedUrl()).endsWith("?done=late#main");
  }

  @Test
  void letsSomebodyDecideOnceWhatIsUncertain() throws Exception {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    perform(
        response(given, 1).param("decision", "done").param("text", "Done.").param("act", "send"));
    assertThat(html(get("/inbox"))).doesNotContain("uncertain");
    var response = world.makeUncertain(organisation);

    String page = "/inbox/" + given.reference();
    assertThat(html(get("/inbox")))
        .contains("it is uncertain whether they were", "href=\"" + page + "\"");
    assertThat(html(get(page)))
        .contains(
            "Uncertain whether it was sent",
            "the phone gets it twice",
            "value=\"again\"",
            "value=\"leave\"",
            "action=\"" + page + "/uncertain\"")
        .contains("value=\"" + response + "\"");

    assertThat(perform(decision(given, response, 2, "again")).getRedirectedUrl())
        .as("a round that was not shown")
        .endsWith("?done=decided#main");
    assertThat(perform(decision(given, ids.uuid(), 1, "again")).getStatus()).isEqualTo(404);
    assertThat(perform(decision(given, response, 1, "twice")).getStatus()).isEqualTo(400);
    assertThat(perform(decision(given, response, 1, "again")).getRedirectedUrl())
        .endsWith("?done=again#main");
    assertThat(perform(decision(given, response, 1, "leave")).getRedirectedUrl())
        .endsWith("?done=decided#main");
    assertThat(html(get(page))).contains("Waiting to be sent").doesNotContain("value=\"again\"");
    assertThat(html(get("/inbox"))).doesNotContain("uncertain");
  }

  @Test
  void whatIsUncertainIsNobodysBusinessWhoDoesNotHaveIt() throws Exception {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    perform(
        response(given, 1).param("decision", "done").param("text", "Done.").param("act", "send"));
    var response = world.makeUncertain(organisation);
    programmes = leader(organisation, "council");
    assertThat(html(get("/inbox"))).doesNotContain("uncertain", given.reference());
    assertThat(perform(decision(given, response, 1, "again")).getStatus()).isEqualTo(404);
  }

  private static MockHttpServletRequestBuilder decision(
      Released given, UUID response, int round, String act) {
    return post("/inbox/" + given.reference() + "/uncertain")
        .with(csrf())
        .param("response", response.toString())
        .param("round", String.valueOf(round))
        .param("act", act);
  }

  private MockHttpServletResponse answer(String path, String reference) throws Exception {
    return perform(
        path.isEmpty()
            ? get("/inbox/" + reference)
            : post("/inbox/" + reference + path)
                .with(csrf())
                .param("seen", "1")
                .param("note", "x")
                .param("response", ids.uuid().toString()));
  }

  private MockHttpServletRequestBuilder response(Released given, int seen) {
    return post("/inbox/" + given.reference() + "/response")
        .with(csrf())
        .param("seen", String.valueOf(seen))
        .param("response", ids.uuid().toString());
  }

  private MockHttpServletRequestBuilder words(Released given) {
    return post("/inbox/" + given.reference() + "/words").with(csrf());
  }

  private String html(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse response = perform(request);
    assertThat(response.getStatus()).isEqualTo(200);
    return response.getContentAsString();
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(authentication(as(programmes)))).andReturn().getResponse();
  }

  private static TestingAuthenticationToken as(Leader leader) {
    return new TestingAuthenticationToken(leader, null, "LEADER");
  }
}
