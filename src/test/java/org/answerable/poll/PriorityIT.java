package org.answerable.poll;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.answerable.poll.PriorityDraft.Decided;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.PublicPromise;
import org.answerable.responselog.PublicText;
import org.answerable.responselog.RedactionReason;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A result turns into duty: what was put first is answered, or stands as unanswered. */
@ApplicationTest
class PriorityIT {
  @LocalServerPort private int port;
  @Autowired private AnsweringPriorities answering;
  @Autowired private Removing removing;
  @Autowired private PublicPromise.All promises;
  private final PollWorld world;

  PriorityIT(@Autowired ApplicationContext context) throws Exception {
    this.world = new PollWorld(context);
  }

  @AfterEach
  void cancelWhatIsOpen() throws Exception {
    world.cancelWhatIsOpen();
  }

  @Test
  void whatNobodyAnswersIsCalledOverdueOnceAndCanStillBeAnswered() throws Exception {
    Poll poll = counted();
    PublishedPriority first = only(poll);
    assertThat(first.option()).isEqualTo(3);
    assertThat(first.answer()).isNull();
    assertThat(unanswered()).contains(poll.reference());
    assertThat(page("/baraza-letu/polls/" + poll.reference())).contains("Unanswered since");
    assertThat(page("/baraza-letu")).contains("What members put first", "travel refund");

    answering.sweep(world.home.id(), first.due());
    assertThat(entries(poll, "priority overdue")).as("on its last day").isZero();
    List<Callable<Void>> nodes =
        List.of(() -> sweep(first.due().plusDays(1)), () -> sweep(first.due().plusDays(1)));
    PollWorld.atOnce(nodes);
    world.sequence();
    assertThat(entries(poll, "priority overdue")).isEqualTo(1);

    assertThat(answering.answer(priority(poll), promise(first.due().plusDays(9)), world.today))
        .isTrue();
    assertThat(answering.answer(priority(poll), promise(first.due()), world.today))
        .as("once")
        .isFalse();
    world.sequence();
    assertThat(entries(poll, "priority answered")).isEqualTo(1);
    assertThat(unanswered()).doesNotContain(poll.reference());
    assertThat(page("/baraza-letu/polls/" + poll.reference()))
        .contains("We pay them within 7 days.", "refunds within 7 days");
  }

  private List<String> unanswered() {
    return answering.unanswered(world.home.id()).stream().map(Priority::poll).toList();
  }

  @Test
  void aPromiseAboutItIsMissedByItselfAndCanBeKeptLate() throws Exception {
    Poll poll = counted();
    LocalDate due = world.today.plusDays(3);
    answering.answer(priority(poll), promise(due), world.today);
    world.sequence();
    assertThat(promised(poll).missed()).isNull();

    sweep(due.plusDays(1));
    sweep(due.plusDays(1));
    world.sequence();
    assertThat(entries(poll, "commitment missed")).isEqualTo(1);
    assertThat(promised(poll).missed()).isEqualTo(due.plusDays(1));
    assertThat(page("/baraza-letu/commitments"))
        .contains("refunds within 7 days", "/baraza-letu/polls/" + poll.reference());

    assertThat(answering.keep(priority(poll), "paid, all of them", due.plusDays(2))).isTrue();
    assertThat(answering.keep(priority(poll), "paid again", due.plusDays(2))).isFalse();
    world.sequence();
    assertThat(promised(poll).words()).isEqualTo(new PublicText("paid, all of them"));
    assertThat(page("/baraza-letu/polls/" + poll.reference())).contains("paid, all of them");
  }

  /** What leaders wrote can name somebody, too. */
  @Test
  void whatLeadersWroteAboutItCanBeRemoved() throws Exception {
    Poll poll = counted();
    answering.answer(
        priority(poll),
        new PriorityDraft(
            Decided.WILL_DO, "Zuhura asked first.", "Zuhura is paid", "board", world.today),
        world.today);
    world.sequence();
    answering.keep(priority(poll), "Zuhura was paid", world.today);
    world.sequence();
    String page = "/baraza-letu/polls/" + poll.reference();
    assertThat(saying("Zuhura", poll)).contains(page, "/baraza-letu/commitments");
    assertThat(removing.written(world.find(poll)).stream().map(Removing.WrittenText::which))
        .containsExactly("answer-3", "promise-3", "done-3");
    for (String which : List.of("answer-3", "promise-3", "done-3")) {
      assertThat(removing.remove(world.find(poll), which, RedactionReason.ASKED, world.today))
          .as(which)
          .isTrue();
      assertThat(removing.remove(world.find(poll), which, RedactionReason.LAW, world.today))
          .as("%s: the log says so at the next slot, and once", which)
          .isFalse();
    }
    assertThat(removing.written(world.find(poll))).isEmpty();
    world.sequence();
    assertThat(entries(poll, "poll text removed")).isEqualTo(3);
    assertThat(saying("Zuhura", poll)).isEmpty();
    assertThat(rowsSaying("Zuhura")).isEmpty();
    assertThat(page(page)).contains("travel refund");
    assertThat(removing.written(world.find(poll))).isEmpty();
    assertThat(removing.remove(world.find(poll), "answer-1", RedactionReason.ASKED, world.today))
        .as("nothing was written about it")
        .isFalse();
  }

  /** Two leaders remove two texts, each from the page as it was before. */
  @Test
  void whatIsRemovedStaysSoWhateverElseIsRemovedAtOnce() throws Exception {
    Poll poll = world.find(counted());
    assertThat(removing.remove(poll, "1", RedactionReason.ASKED, world.today)).isTrue();
    assertThat(removing.remove(poll, "2", RedactionReason.ASKED, world.today)).isTrue();
    assertThat(removing.remove(poll, "1", RedactionReason.ASKED, world.today)).isFalse();
    assertThat(world.find(poll).terms().options())
        .extracting(option -> option.labels().isEmpty())
        .containsExactly(true, true, false, false, false);
  }

  @Test
  void aRefusalIsAnAnswerAndPromisesNothing() throws Exception {
    Poll poll = counted();
    var no = new PriorityDraft(Decided.WILL_NOT, "There is no money.", "", "board", null);
    assertThat(no.problems(world.today)).isEmpty();
    answering.answer(priority(poll), no, world.today);
    world.sequence();
    PublishedPriority.Answer answer = only(poll).answer();
    assertThat(requireNonNull(answer).promise()).isNull();
    assertThat(sweep(world.today.plusDays(90))).isNull();
    world.sequence();
    assertThat(entries(poll, "priority overdue")).isZero();
  }

  /** What an option was called stands in many places by then; none of them says it any more. */
  @Test
  void aRemovedOptionIsNamedNowhereThoughItIsAPriority() throws Exception {
    Poll poll = counted(naming("cousin of the chief"));
    var no = new PriorityDraft(Decided.WILL_NOT, "There is no money.", "", "board", null);
    answering.answer(priority(poll), no, world.today);
    world.sequence();
    List<String> before = saying("cousin of the chief", poll);
    assertThat(rowsSaying("cousin of the chief")).as("the search finds it").hasSize(2);
    assertThat(before)
        .contains("/baraza-letu", "/baraza-letu/polls", "/baraza-letu/polls/" + poll.reference())
        .contains("/baraza-letu/polls/" + poll.reference() + ".blt");
    assertThat(removing.remove(world.find(poll), "3", RedactionReason.SHOWS_SOMEBODY, world.today))
        .isTrue();
    world.sequence();
    assertThat(saying("cousin of the chief", poll)).isEmpty();
    assertThat(rowsSaying("cousin of the chief")).isEmpty();
    assertThat(page("/baraza-letu/polls/" + poll.reference()))
        .as("the duty stays, and what was said about it")
        .contains("There is no money.");
    assertThat(page("/baraza-letu")).contains("/baraza-letu/polls/" + poll.reference() + "#duty");
  }

  /** In columns of bytes, too. */
  private List<String> rowsSaying(String words) {
    String hex = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8));
    return world.whole.rows().stream()
        .filter(row -> row.contains(words) || row.contains(hex))
        .toList();
  }

  private List<String> saying(String words, Poll poll) throws Exception {
    String one = "/baraza-letu/polls/" + poll.reference();
    List<String> said = new ArrayList<>();
    for (String path :
        List.of(
            "/baraza-letu",
            "/baraza-letu?lang=fr",
            "/baraza-letu/polls",
            one,
            one + "?lang=sw",
            one + ".blt",
            one + ".csv",
            one + ".receipts",
            "/baraza-letu/commitments",
            "/baraza-letu/noticeboard",
            "/baraza-letu/statements",
            "/baraza-letu/log",
            "/baraza-letu/log.atom",
            "/baraza-letu/log.json",
            "/baraza-letu/log.csv",
            "/baraza-letu/log.hxl.csv",
            "/baraza-letu/open311/v2/requests.json")) {
      var answer = new Visitor(port).get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      if (answer.body().contains(words)) {
        said.add(path);
      }
    }
    return said;
  }

  /** A poll whose third option has a name that stands nowhere else. */
  private PollTerms naming(String third) {
    PollTerms terms = world.terms(Form.ORDER);
    List<Map<String, String>> labels = new ArrayList<>();
    terms.options().forEach(option -> labels.add(option.labels()));
    labels.set(2, Map.of("en", third, "sw", third, "fr", third));
    return terms.saying(terms.question(), labels, terms.askedBy(), List.of());
  }

  private Poll counted() throws Exception {
    return counted(world.terms(Form.ORDER));
  }

  private Poll counted(PollTerms terms) throws Exception {
    Poll poll = world.openPoll(terms);
    world.vote(15, "3 1 2", "3 2", "1");
    world.close(poll);
    return poll;
  }

  private @Nullable Void sweep(LocalDate today) throws Exception {
    answering.sweep(world.home.id(), today);
    return null;
  }

  private static PriorityDraft promise(LocalDate due) {
    return new PriorityDraft(
        Decided.WILL_DO, "We pay them within 7 days.", "refunds within 7 days", "board", due);
  }

  private Priority priority(Poll poll) {
    return answering.of(world.home.id(), poll.reference()).getFirst();
  }

  private PublishedPriority only(Poll poll) {
    List<PublishedPriority> all = world.published(poll).priorities();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private PublicPromise promised(Poll poll) {
    return promises.of(world.home.id(), world.today, 200).stream()
        .filter(one -> one.reference().equals(poll.reference()))
        .findFirst()
        .orElseThrow();
  }

  private long entries(Poll poll, String type) {
    return world.whole.count(
        "responselog.entry where reference = ? and type = '" + type + "'", poll.reference());
  }

  private String page(String path) throws Exception {
    return new Visitor(port).get(path).body();
  }
}
