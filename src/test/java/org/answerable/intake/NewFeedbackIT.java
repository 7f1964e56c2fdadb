package org.answerable.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.answerable.leader.Invitations;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Receipts;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a leader enters for somebody who has no phone, or did not want to write. */
@ApplicationTest
class NewFeedbackIT {
  private static final Pattern RECEIPT = Pattern.compile("class=\"receipt\"><bdi>(\\d{4}-\\d{4})<");
  private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
  private static final int TRIES = 100;

  private final Organisation home;
  private final Visitor leader;
  private final Receipts receipts;
  private final Databases databases;

  NewFeedbackIT(
      @Autowired Organisations organisations,
      @Autowired Receipts receipts,
      @Autowired Databases databases,
      @LocalServerPort int port)
      throws Exception {
    this.home = organisations.get("baraza-letu");
    this.receipts = receipts;
    this.databases = databases;
    this.leader = new Visitor(port);
  }

  @BeforeEach
  void signIn(@Autowired Invitations invitations) throws Exception {
    Set<String> roles = home.roles().stream().map(Role::id).collect(Collectors.toSet());
    String token = invitations.invite(home, roles);
    leader.accept(token, "leader " + UUID.randomUUID(), "three words of mine");
  }

  @Test
  void whatIsEnteredIsAFeedbackWithAPaperReceiptInTheirLanguage() throws Exception {
    String words = "no bench to wait on " + UUID.randomUUID();
    HttpResponse<String> entered = enter(form(words, Map.of("language", "sw")));
    assertThat(entered.statusCode()).isEqualTo(200);
    assertThat(entered.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    assertThat(entered.body())
        .contains(
            "Jibu linatakiwa hadi",
            "HALI " + receipt(entered).replace('-', '\u2011'),
            "/baraza-letu")
        .doesNotContain("no bench", "trained person");
    assertThat(state(receipt(entered))).isPresent();

    String page = open(words);
    assertThat(page)
        .contains("Given in person, and entered by a leader")
        .contains("Yes, after redaction");
  }

  @Test
  void whatTheyWantVotedOnIsAProposal() throws Exception {
    String words = "a bench at Kilima " + UUID.randomUUID();
    enter(form(words, Map.of("proposal", "true")));
    assertThat(open(words)).contains("Proposal", "Yes, after redaction");
  }

  @Test
  void aFormThatIsSentTwiceIsEnteredOnce() throws Exception {
    String words = "the tap is broken " + UUID.randomUUID();
    Map<String, String> form = form(words, Map.of());
    String receipt = receipt(enter(form));
    HttpResponse<String> again = enter(form);
    assertThat(again.body()).contains("This was entered before", receipt);

    open(words);
    assertThat(wholeInbox()).containsOnlyOnce(words);
  }

  @Test
  void whatEndangersSomebodyGoesToATrainedPersonAndIsNotInTheInbox() throws Exception {
    String words = "he raped me last night " + UUID.randomUUID();
    long before = reports();
    HttpResponse<String> entered = enter(form(words, Map.of("topic", "staff")));
    assertThat(entered.body())
        .contains("This goes to a trained person, not to the leaders", "+99970000031")
        .doesNotContain("he raped me");
    assertThat(state(receipt(entered))).as("STATUS tells no sensitivity").isPresent();
    assertThat(reports()).isEqualTo(before + 1);
    assertThat(given()).as("it never entered the intake").isZero();
    assertThat(wholeInbox()).doesNotContain("he raped me");
  }

  @Test
  void whatIsMissingIsSaidAndNothingIsEntered() throws Exception {
    var form = form("the light is out", Map.of());
    form.remove("source");
    form.remove("publish");
    HttpResponse<String> refused = enter(form);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Nothing was entered yet.", "Say how it came.", "Ask whether the words may be")
        .contains(">the light is out</textarea>")
        .doesNotContain("class=\"receipt\"");
    assertThat(enter(form("x".repeat(EnteredFeedback.WORDS_CHARS + 1), Map.of())).statusCode())
        .isEqualTo(422);
    assertThat(enter(form("\u200b ", Map.of())).statusCode()).isEqualTo(422);
  }

  @Test
  void anAnswerToItReachesNoPhoneAndFailsNowhere() throws Exception {
    String words = "the door does not close " + UUID.randomUUID();
    enter(form(words, Map.of("topic", "waiting")));
    String reference = reference(words);
    var response =
        Map.of(
            "act", "send",
            "decision", "done",
            "text", "It closes now.",
            "seen", "1",
            "response", UUID.randomUUID().toString());
    String action = "/inbox/" + reference + "/response";
    assertThat(leader.submit("/inbox/" + reference, action, response).statusCode()).isEqualTo(302);
    String page = "";
    for (int i = 0; i < TRIES && !page.contains("asked for no texts"); i++) {
      Thread.sleep(100);
      page = leader.get("/inbox/" + reference).body();
    }
    assertThat(page).contains("asked for no texts").contains("It closes now.");
  }

  private HttpResponse<String> enter(Map<String, String> form) throws Exception {
    return leader.submit("/inbox/new", "/inbox/new", form);
  }

  private Map<String, String> form(String words, Map<String, String> more) throws Exception {
    Matcher form = FORM.matcher(leader.get("/inbox/new").body());
    assertThat(form.find()).isTrue();
    var fields = new HashMap<String, String>();
    fields.put("form", form.group(1));
    fields.put("words", words);
    fields.put("source", "in-person");
    fields.put("topic", "waiting");
    fields.put("publish", "yes");
    fields.put("language", "en");
    fields.putAll(more);
    return fields;
  }

  private static String receipt(HttpResponse<String> page) {
    Matcher receipt = RECEIPT.matcher(page.body());
    assertThat(receipt.find()).as(page.body()).isTrue();
    return receipt.group(1);
  }

  private Optional<?> state(String receipt) {
    return receipts.state(home.id(), receipt.replace("-", ""));
  }

  private String open(String words) throws Exception {
    return leader.get("/inbox/" + reference(words)).body();
  }

  /** Waits for the slot. */
  private String reference(String words) throws Exception {
    var link = Pattern.compile("(?s)/inbox/([0-9A-Z]{4}-[0-9A-Z]{4})\"(?:(?!/inbox/).)*?" + words);
    for (int i = 0; i < TRIES; i++) {
      Matcher found = link.matcher(wholeInbox());
      if (found.find()) {
        return found.group(1);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("it never came to the inbox");
  }

  /** Each page of it: other tests write to this application too. */
  private String wholeInbox() throws Exception {
    var whole = new StringBuilder();
    String page;
    int number = 0;
    do {
      page = leader.get("/inbox?page=" + ++number).body();
      whole.append(page);
    } while (page.contains("rel=\"next\""));
    return whole.toString();
  }

  private long reports() {
    return databases
        .as(Login.FOCAL)
        .sql("select count(*) from confidential.report")
        .query(Long.class)
        .single();
  }

  private long given() {
    return databases
        .as(Login.INTAKE)
        .sql("select count(*) from intake.given where sensitivity = 'S3'")
        .query(Long.class)
        .single();
  }
}
