package org.answerable.responselog.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Login;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.web.PageTexts;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Figures;
import org.answerable.responselog.LogCommitment;
import org.answerable.responselog.MembersSay;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Staging;
import org.answerable.responselog.Suppressed;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Attack P6: every number of the public pages, for every pair of filters, before and after a slot,
 * subtracted from each other. What comes out is what the rows of the log say one by one, and
 * nothing else; of what has no row nothing comes out at all.
 */
class SmallCountsIT extends ServedLog {
  private static final List<String> STATUSES = List.of("overdue", "waiting", "answered");
  private static final int DAY = 1;
  private static final int TOPIC = 3;
  private static final int STATUS = 4;
  private static final int RESPONDED = 6;
  @Autowired private Staging staging;
  @Autowired private Sequencer sequencer;
  @Autowired private Organisations organisations;
  @Autowired private RootKey root;

  @Test
  void nothingButRowsComesOutOfAnyDifference() throws Exception {
    Map<String, Integer> before = counted();
    assertThat(before).isEqualTo(ofRows());

    // one public feedback, one that was closed to the public and is past its day, and a few
    // commitments that are in confidence: fewer than anything may be told of
    String accused = "SMLC-0002";
    add("SMLC-0001", "medicines", 3);
    add(accused, "fees", -2);
    new WholeDatabase(databases, root)
        .owner()
        .sql(
            "update responselog.feedback set closed = '2026-01-01', due = '2026-01-01' where"
                + " reference = ?")
        .param(accused)
        .update();
    grow(3);

    Map<String, Integer> after = counted();
    assertThat(after).isEqualTo(ofRows());
    assertThat(difference(before, after)).isEqualTo(difference(before, ofRows()));
    assertThat(after.get("n")).isEqualTo(before.getOrDefault("n", 0) + 1);
  }

  /** What is in confidence is told in whole steps, on both pages, and moves no other number. */
  @Test
  void whatIsInConfidenceIsToldInSteps() throws Exception {
    home = organisations.get(LogFixture.ORGANISATION);
    Map<String, Integer> before = counted();
    LocalDate quarter = LocalDate.of(2026, 7, 1);
    databases.inTransaction(
        Login.INBOX,
        tx -> {
          staging.stage(
              tx,
              home.id(),
              List.of(new Entry.InConfidence(home.day(clock.instant()), quarter, 20, 10, 0, 0)));
          return quarter;
        });
    sequencer.sequence(home, clock.instant());

    assertThat(counted()).isEqualTo(before);
    for (String path : List.of("/kijiji", "/kijiji/statements")) {
      assertThat(text(send(at(path))))
          .as(path)
          .contains(
              "In confidence: 20 or more. Of these answered by then: 10 or more; late: fewer than"
                  + " 10. Set aside as no feedback: fewer than 10.");
    }
  }

  @Test
  void aFigureOfFewIsNotOnThePage() {
    String nine = days(new Figures.Days(Suppressed.K - 1, 5, 71, 83));
    String ten = days(new Figures.Days(Suppressed.K, 5, 71, 83));

    assertThat(ten).contains("71 days", "within 83 days", "5 of 10");
    assertThat(nine).contains("Fewer than 10").doesNotContain("71", "83", "5 of", "svg");
  }

  @Test
  void whatFewMembersSayIsNotOnThePage() {
    var t = PageTexts.in("en");
    String nine = rendered("both", Map.of("t", t, "says", new MembersSay(9, 8, 7, 2, 40)));
    String ten = rendered("both", Map.of("t", t, "says", new MembersSay(10, 8, 7, 3, 40)));

    assertThat(ten).contains("80%", "70%").contains("of 10");
    assertThat(nine).doesNotContain("%", "svg", "of 9");
  }

  private static String days(Figures.Days days) {
    return rendered("days", Map.of("t", PageTexts.in("en"), "days", days, "scale", 90L));
  }

  private static String rendered(String template, Map<String, Object> values) {
    var page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render("site/" + template + ".jte", values, page);
    return page.toString();
  }

  /** Each filter pair's tabs, as pages and Open311 count them, and what the overview counts. */
  private Map<String, Integer> counted() throws Exception {
    Map<String, Integer> counted = new LinkedHashMap<>();
    for (String filter : filters()) {
      String page = text(send(at("/kijiji/log" + filter)));
      Matcher tabs = Pattern.compile(">(All|Overdue|Waiting|Answered) (\\d+)</a>").matcher(page);
      while (tabs.find()) {
        counted.put(
            filter + " " + tabs.group(1).toLowerCase(Locale.ROOT), Integer.valueOf(tabs.group(2)));
      }
    }
    String overview = text(send(at("/kijiji")));
    Matcher n = Pattern.compile("n = (\\d+)\\.").matcher(overview);
    assertThat(n.find()).isTrue();
    counted.put("n", Integer.valueOf(n.group(1)));
    Matcher marks =
        Pattern.compile("(\\d+) marks: (\\d+) answered, (\\d+) waiting and in time, (\\d+) overdue")
            .matcher(overview);
    assertThat(marks.find()).isTrue();
    for (int i = 1; i <= 4; i++) {
      counted.put("marks " + i, Integer.valueOf(marks.group(i)));
    }
    return counted;
  }

  /** The same, counted by whoever reads the table row by row. */
  private Map<String, Integer> ofRows() throws Exception {
    List<List<String>> rows = CsvReader.read(text(send(at("/kijiji/log.csv"))));
    rows = rows.subList(1, rows.size());
    Map<String, Integer> counted = new LinkedHashMap<>();
    for (String filter : filters()) {
      List<List<String>> part = rows.stream().filter(row -> isIn(row, filter)).toList();
      counted.put(
          filter + " all", (int) part.stream().filter(it -> !standing(it).isEmpty()).count());
      for (String status : STATUSES) {
        counted.put(
            filter + " " + status,
            (int) part.stream().filter(it -> standing(it).equals(status)).count());
      }
    }
    List<List<String>> told =
        rows.stream().filter(it -> !it.get(STATUS).matches("closed|withdrawn")).toList();
    counted.put("n", told.size());
    counted.put("marks 1", told.size());
    counted.put("marks 2", ofStanding(told, "answered"));
    counted.put("marks 3", ofStanding(told, "waiting"));
    counted.put("marks 4", ofStanding(told, "overdue"));
    return counted;
  }

  private static int ofStanding(List<List<String>> rows, String standing) {
    return (int) rows.stream().filter(it -> standing(it).equals(standing)).count();
  }

  private static String standing(List<String> row) {
    if (!row.get(RESPONDED).isEmpty()) {
      return "answered";
    }
    return switch (row.get(STATUS)) {
      case "overdue" -> "overdue";
      case "withdrawn" -> "";
      default -> "waiting";
    };
  }

  private static boolean isIn(List<String> row, String filter) {
    Matcher topic = Pattern.compile("topic=([a-z]+)").matcher(filter);
    Matcher month = Pattern.compile("month=([0-9-]+)").matcher(filter);
    return (!topic.find() || row.get(TOPIC).equals(topic.group(1)))
        && (!month.find() || row.get(DAY).startsWith(month.group(1)));
  }

  /** Every pair of a topic and a month, each alone, and none. */
  private List<String> filters() {
    LocalDate today = home.day(clock.instant());
    List<String> months = new ArrayList<>(List.of(""));
    for (int back = 0; back < 4; back++) {
      months.add("month=" + YearMonth.from(today).minusMonths(back));
    }
    List<String> filters = new ArrayList<>();
    for (String topic :
        List.of(
            "",
            "topic=medicines",
            "topic=fees",
            "topic=staff",
            "topic=waiting",
            "topic=unsorted")) {
      for (String month : months) {
        filters.add("?" + topic + (topic.isEmpty() || month.isEmpty() ? "" : "&") + month);
      }
    }
    return filters;
  }

  private static Map<String, Integer> difference(
      Map<String, Integer> one, Map<String, Integer> other) {
    Map<String, Integer> difference = new HashMap<>();
    one.forEach((name, count) -> difference.put(name, other.getOrDefault(name, 0) - count));
    return difference;
  }

  private void add(String reference, String topic, int dueIn) throws Exception {
    home = organisations.get(LogFixture.ORGANISATION);
    LocalDate day = home.day(clock.instant()).minusDays(5);
    byte[] salt = new SecureRandom().generateSeed(32);
    byte[] textHash = LogCommitment.textHash(salt, reference);
    byte[] commitment = LogCommitment.of(home.id(), salt, reference, textHash);
    var opened =
        new Entry.Opened(
            day,
            commitment,
            salt,
            textHash,
            reference,
            day,
            Kind.REPORT,
            topic,
            "programmes",
            day.plusDays(5L + dueIn));
    databases.inTransaction(
        Login.INBOX,
        tx -> {
          staging.stage(tx, home.id(), List.of(new Entry.Committed(day, commitment), opened));
          return opened;
        });
    sequencer.sequence(home, clock.instant());
  }
}
