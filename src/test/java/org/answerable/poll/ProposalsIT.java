package org.answerable.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.intake.EchoClosing;
import org.answerable.intake.Slots;
import org.answerable.leader.Invitations;
import org.answerable.leader.Leader;
import org.answerable.platform.keys.EchoKeys;
import org.answerable.poll.SettingUp.Done;
import org.answerable.responselog.PollTerms;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What members propose, from a text to the vote that decides about it, or leaves it out. */
@ApplicationTest
class ProposalsIT {
  private static final Pattern REFERENCE = Pattern.compile("\\+ (\\w{4}-\\w{4})");
  private static final Pattern CODE = Pattern.compile("WITHDRAW ([0-9-]+)");
  private static final Pattern ROOM = Pattern.compile("/inbox/polls/([A-Z0-9-]{9})$");
  private static final String PASSWORD = "a quiet ledger line";
  private static final String NEW = "/inbox/polls/new";
  @LocalServerPort private int port;
  @Autowired private Slots slots;
  @Autowired private Invitations invitations;
  @Autowired private SettingUp settingUp;
  @Autowired private EchoClosing closing;
  @Autowired private EchoKeys keys;
  private final PollWorld world;
  private final List<Proposed> proposed = new ArrayList<>();

  ProposalsIT(@Autowired ApplicationContext context) throws SQLException {
    this.world = new PollWorld(context);
  }

  private record Proposed(String reference, String phone, String code) {}

  /** What is due in one test must not be in the next. */
  @AfterEach
  void takeBack() throws SQLException {
    world.cancelWhatIsOpen();
    for (Proposed one : proposed) {
      world.hears(one.phone, "WITHDRAW " + one.code);
    }
    slot();
  }

  @Test
  void isToldInTensAndOnTheNextVoteByRule() throws Exception {
    Proposed roof = propose("PROPOSE a roof at Mto");
    assertThat(page("/log/" + roof.reference)).contains("<h1>Proposal</h1>");
    support(roof, 9);
    assertThat(page("/log/" + roof.reference)).doesNotContain("support it.");
    support(roof, 1);
    assertThat(page("/log/" + roof.reference)).contains("10 or more people support it.");
    world.hears(roof.phone, "+ " + roof.reference);
    support(roof, 9);
    assertThat(page("/log/" + roof.reference))
        .as("whoever proposed it is none of them")
        .doesNotContain("Due on the next vote");
    support(roof, 1);
    assertThat(page("/log/" + roof.reference))
        .contains("Due on the next vote", "20 or more people support it.");
    assertThat(page("/polls")).contains("Due on the next vote since", "+ " + roof.reference);
    assertThat(echoed(roof)).as("nothing between the steps").containsExactly(10, 20);
  }

  @Test
  void isAnOptionOrLeftOutWithAReasonThatEverybodyReads() throws Exception {
    Proposed roof = due("PROPOSE a roof at Mto");
    Proposed chairs = due("Pendekeza viti zaidi");
    Visitor first = join();
    assertThat(first.get(NEW).body()).contains(roof.reference, "place-" + chairs.reference);
    Map<String, String> form = form();
    refused(first, form, "Say why " + roof.reference + " is left out"); // a forged form names none
    form.put("place-" + roof.reference, "9");
    refused(first, form, roof.reference + " is due: say which option it is");
    form.put("place-" + roof.reference, "1");
    refused(first, form, "Say why " + chairs.reference + " is left out");
    for (String language : world.home.languages()) {
      form.put("reason-" + chairs.reference + "-" + language, "They are bought already.");
    }
    String poll = accepted(first.submit(NEW, NEW, form));
    Visitor second = join();
    String room = "/inbox/polls/" + poll;
    assertThat(second.get(room).body()).contains("They are bought already.", roof.reference);
    second.submit(room, room + "/agree", Map.of());
    slot();

    assertThat(page("/polls/" + poll))
        .contains(
            "Proposed by a member:", "The leaders leave them out", "They are bought already.");
    assertThat(page("/log/" + roof.reference)).contains("On the vote of");
    assertThat(page("/log/" + chairs.reference))
        .contains("Left out of the vote of", "They are bought already.");
    assertThat(page("/polls")).contains(chairs.reference).doesNotContain("+ " + roof.reference);
    assertThat(first.get(NEW).body())
        .as("what is left out stays due, and nobody types the reason again")
        .contains("place-" + chairs.reference, "They are bought already.")
        .doesNotContain("place-" + roof.reference);
  }

  /** Before anybody decided it takes support, whatever leaders answered; then nobody's is left. */
  @Test
  void supportersArePartedFromWhatWasVotedOn() throws Exception {
    Proposed gate = due("propose a gate at Kilima");
    world
        .whole
        .owner()
        .sql("update responselog.feedback set resolved = current_date - 20 where reference = ?")
        .param(gate.reference)
        .update();
    assertThat(world.hears(PollWorld.phone(), "support " + gate.reference))
        .startsWith(gate.reference + ": noted that you support it.");
    assertThat(tags(gate)).isEqualTo(21);
    Poll poll = world.openPoll(about(gate));
    assertThat(world.hears(PollWorld.phone(), "+ " + gate.reference))
        .startsWith("No open entry of the page has that code");
    // another day than in other tests: each is looked at once
    closing.close(world.home, Instant.now().plus(Duration.ofDays(5)));
    assertThat(tags(gate)).isZero();
    assertThat(keys.references(world.home.id())).doesNotContain(gate.reference);
    world.cancel(poll, "the question was wrong");
    slot();
    assertThat(page("/log/" + gate.reference)).contains("so it is due again");
    assertThat(join().get(NEW).body()).contains("place-" + gate.reference);
  }

  /** A form that was set up before, or that somebody forged, announces nothing. */
  @Test
  void nothingIsAnnouncedThatPassesOverWhatIsDue() throws Exception {
    Leader leader = world.leader();
    Poll before = settingUp.setUp(leader, world.terms(Form.ORDER), world.today);
    Proposed bench = due("propose a bench outside");
    assertThat(settingUp.problems(world.terms(Form.ORDER), world.home, world.today))
        .anyMatch(problem -> problem.field().equals("place-" + bench.reference));
    world
        .whole
        .owner()
        .sql("update responselog.feedback set supported = current_date - 3 where reference = ?")
        .param(bench.reference)
        .update();
    assertThat(settingUp.agree(world.leader(), before, world.today)).isEqualTo(Done.DUE);
    assertThat(world.find(before).state()).isEqualTo(PollState.WAITING);
    world.hears(bench.phone, "WITHDRAW " + bench.code);
    slot();
    assertThat(settingUp.agree(world.leader(), before, world.today)).isEqualTo(Done.DONE);
  }

  private PollTerms about(Proposed one) {
    var terms = world.terms(Form.ORDER);
    var options = new ArrayList<>(terms.options());
    var last = options.removeLast();
    options.add(new PollTerms.Option(last.labels(), last.cost(), one.reference));
    return SamplePoll.withOptions(terms, options);
  }

  private Proposed propose(String text) throws SQLException {
    String phone = PollWorld.phone();
    world.hears(phone, "LANG en");
    String reply = world.hears(phone, text);
    var one = new Proposed(found(REFERENCE, reply), phone, found(CODE, reply));
    proposed.add(one);
    slot();
    return one;
  }

  private Proposed due(String text) throws SQLException {
    Proposed one = propose(text);
    support(one, 20);
    return one;
  }

  private void support(Proposed one, int times) throws SQLException {
    for (int time = 0; time < times; time++) {
      world.hears(PollWorld.phone(), "+ " + one.reference);
    }
    slot();
  }

  private void slot() throws SQLException {
    slots.run(world.home, Instant.now());
  }

  private static String found(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  private List<Integer> echoed(Proposed one) {
    return world
        .whole
        .owner()
        .sql(
            """
            select (convert_from(body, 'UTF8')::json->>'count')::int from responselog.entry
            where reference = ? and type = 'echoed' order by index
            """)
        .param(one.reference)
        .query(Integer.class)
        .list();
  }

  private long tags(Proposed one) {
    return world.whole.count("intake.echo where reference = ?", one.reference);
  }

  private String page(String path) throws Exception {
    return new Visitor(port).get("/" + world.home.id() + path + "?lang=en").body();
  }

  private Visitor join() throws Exception {
    var leader = new Visitor(port);
    String token = invitations.invite(world.home, Set.of("programmes"));
    leader.accept(token, "Leader " + UUID.randomUUID(), PASSWORD);
    return leader;
  }

  private Map<String, String> form() {
    Map<String, String> form = new HashMap<>();
    for (String language : world.home.languages()) {
      form.put("question-" + language, "What first?");
      form.put("options-" + language, "a roof at Mto\nwater\nopen Saturday");
    }
    form.putAll(
        Map.of(
            "count", "order:schulze",
            "seats", "1",
            "priorities", "1",
            "opens", world.today.toString(),
            "closes", world.today.plusDays(4).toString(),
            "asked-by", "the assembly of 10 Oct",
            "eligible", "anybody",
            "wish", "hand"));
    return form;
  }

  private static void refused(Visitor leader, Map<String, String> form, String why)
      throws Exception {
    HttpResponse<String> answer = leader.submit(NEW, NEW, form);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(why);
  }

  private static String accepted(HttpResponse<String> answer) {
    Matcher room = ROOM.matcher(answer.headers().firstValue("Location").orElse(""));
    assertThat(room.find()).as(answer.body()).isTrue();
    return room.group(1);
  }
}
