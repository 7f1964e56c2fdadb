package org.answerable.poll;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.Suppressed;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Attack P6 over the days of a poll: all that is public of it, day by day while it is open and
 * after the close, read as numbers and subtracted from each other. {@link FewVotesTest} does the
 * same with everything that could have been sent.
 */
@ApplicationTest
class SmallVotesIT {
  private static final Pattern CELL = Pattern.compile("<td[^>]*>([^<]*)");
  private static final Pattern STEP = Pattern.compile("(\\d+) or more|fewer than 10");
  @LocalServerPort private int port;
  @Autowired private PollSweep sweep;
  @Autowired private SoFar soFar;
  private final PollWorld world;

  SmallVotesIT(@Autowired ApplicationContext context) throws Exception {
    this.world = new PollWorld(context);
  }

  @AfterEach
  void cancelWhatIsOpen() throws Exception {
    world.cancelWhatIsOpen();
  }

  /** Whether three people vote on a day or thirty, whoever looks each day sees no difference. */
  @Test
  void whileItIsOpenNoDayDiffersFromTheOneBeforeByFewerThanK() throws Exception {
    Poll poll = world.openPoll(Form.ORDER);
    Map<String, String> first = everything(poll);
    world.vote(3, "3 1 2");
    passADay(poll);
    Map<String, String> second = everything(poll);
    world.vote(4, "1 2", "2");
    passADay(poll);
    Map<String, String> third = everything(poll);
    for (String page : first.keySet()) {
      assertThat(differences(first, second, page)).as(page).allMatch(SmallVotesIT::isWhole);
      assertThat(differences(second, third, page)).as(page).allMatch(SmallVotesIT::isWhole);
    }
  }

  @Test
  void afterTheCloseRareBallotsLeaveWholeStepsAlone() throws Exception {
    Poll poll = counted(14, "3 1 2", 8, "1 2 3", 3, "2 1 3", 1, "2 3");
    Map<String, String> pages = everything(poll);
    assertThat(requireNonNull(world.published(poll).tallied()).shown()).isEqualTo("figures");
    assertThat(cells(pages.get(""))).isNotEmpty().allMatch(SmallVotesIT::isStep);
    assertThat(pages.get("")).contains("fewer than 10 people can be worked out");
    for (String file : List.of(".blt", ".csv", ".pb")) {
      assertThat(pages.get(file)).as(file).startsWith("404");
    }
    PollNews.Closed closed = requireNonNull(world.published(poll).closed());
    assertThat(content(closed.ballots())).isEqualTo(404);

    // one voter more, who wants what few want: no figure moves by less than k
    Poll other = counted(14, "3 1 2", 8, "1 2 3", 4, "2 1 3", 1, "2 3");
    List<String> before = cells(pages.get(""));
    List<String> after = cells(everything(other).get(""));
    for (int cell = 0; cell < before.size(); cell++) {
      assertThat((number(after.get(cell)) - number(before.get(cell))) % Suppressed.K).isZero();
    }
  }

  @Test
  void ofTenToOneOnlyTheWinnerIsToldAndHowManyVotedIsNot() throws Exception {
    Poll poll = counted(10, "3", 1, "1");
    Map<String, String> pages = everything(poll);
    assertThat(pages.get("")).contains("travel refund came first.", "Nothing can be counted again");
    assertThat(cells(pages.get(""))).isEmpty();
    for (String file : List.of(".blt", ".csv", ".pb", ".receipts")) {
      assertThat(pages.get(file)).as(file).startsWith("404");
    }
    PollNews.Tallied tallied = requireNonNull(world.published(poll).tallied());
    assertThat(tallied.votes()).isNull();
    assertThat(tallied.figures()).isEmpty();
    PollNews.Closed closed = requireNonNull(world.published(poll).closed());
    assertThat(content(closed.ballots())).isEqualTo(404);
    assertThat(content(closed.receipts())).isEqualTo(404);
  }

  private Poll counted(Object... votersAndBallots) throws Exception {
    Poll poll = world.openPoll(Form.ORDER);
    for (int at = 0; at < votersAndBallots.length; at += 2) {
      world.vote((Integer) votersAndBallots[at], (String) votersAndBallots[at + 1]);
    }
    world.close(poll);
    return poll;
  }

  private void passADay(Poll poll) throws Exception {
    LocalDate last = poll.terms().closes();
    sweep.run(world.home, last);
    world.sequence();
    soFar.refresh(world.home.id());
  }

  /** All that anybody can ask for, by address. */
  private Map<String, String> everything(Poll poll) throws Exception {
    var anybody = new Visitor(port);
    Map<String, String> all = new LinkedHashMap<>();
    for (String file : List.of("", ".blt", ".csv", ".pb", ".receipts")) {
      var answer = anybody.get("/baraza-letu/polls/" + poll.reference() + file);
      assertThat(answer.statusCode()).as(file).isIn(200, 404);
      all.put(file, answer.statusCode() == 200 ? answer.body() : "404");
    }
    for (String page : List.of("/polls", "", "/log.json", "/log.csv", "/log.atom")) {
      all.put("/baraza-letu" + page, anybody.get("/baraza-letu" + page).body());
    }
    return all;
  }

  private int content(byte[] hash) throws Exception {
    String path = "/baraza-letu/tlog/content/" + HexFormat.of().formatHex(hash);
    return new Visitor(port).get(path).statusCode();
  }

  /** How far each number of a page is from what stood in its place. */
  private static List<Long> differences(
      Map<String, String> before, Map<String, String> after, String page) {
    List<Long> one = numbers(requireNonNull(before.get(page)));
    List<Long> other = numbers(requireNonNull(after.get(page)));
    List<Long> differences = new ArrayList<>();
    for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
      differences.add(other.get(at) - one.get(at));
    }
    differences.add((long) (one.size() - other.size()) * Suppressed.K);
    return differences;
  }

  private static boolean isWhole(long difference) {
    return difference % Suppressed.K == 0;
  }

  private static List<Long> numbers(String page) {
    List<Long> numbers = new ArrayList<>();
    Matcher number = Pattern.compile("(?<![\\w-])\\d{1,6}(?![\\w-])").matcher(page);
    while (number.find()) {
      numbers.add(Long.valueOf(number.group()));
    }
    return numbers;
  }

  private static List<String> cells(@Nullable String page) {
    List<String> cells = new ArrayList<>();
    Matcher cell = CELL.matcher(requireNonNull(page));
    while (cell.find()) {
      cells.add(cell.group(1).strip());
    }
    return cells;
  }

  private static boolean isStep(String cell) {
    return cell.isEmpty() || STEP.matcher(cell).matches() && number(cell) % Suppressed.K == 0;
  }

  private static long number(String cell) {
    Matcher step = Pattern.compile("(\\d+) or more").matcher(cell);
    return step.matches() ? Long.parseLong(step.group(1)) : 0;
  }
}
