package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.PollHashes;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.RedactionReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Polls as the server writes them, and what somebody could make of their results. */
class PollsTest {
  private static final String HOPE = "hope";
  private static final String REFERENCE = "K7QM-2XWD";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate CLOSES = DAY.plusDays(2);
  private static final byte[] SECRET = bytes(7);
  private static final Content BALLOTS = new Content(bytes(1), "1 2=3\n1 2=3\n2\n");
  private static final Content RECEIPTS = new Content(bytes(2), "1111-2222\n3333\n4444\n");
  private static final Content FIGURES = new Content(bytes(3), "{}");
  private static final Content QUESTION = new Content(bytes(4), "What first?");
  private static final Content LABEL = new Content(bytes(5), "water");
  private static final Content ASKED_BY = new Content(bytes(6), "the assembly");
  private static final Content REASON = new Content(bytes(9), "it was wrong");
  private static final PollNews.Uncounted UNCOUNTED = new PollNews.Uncounted("<10", "120+");
  private final Ledger ledger = new Ledger(HOPE, DAY.plusDays(30));
  private final Map<String, String> beside = new HashMap<>();
  private final Map<String, String> served = new HashMap<>();
  private LocalDate day = DAY;
  private long index;

  @BeforeEach
  void pages() {
    for (Content one : List.of(BALLOTS, RECEIPTS, FIGURES, QUESTION, LABEL, ASKED_BY)) {
      served.put(
          "content/" + HexFormat.of().formatHex(one.hash()),
          "{\"salt\":\"%s\",\"text\":\"%s\"}"
              .formatted(HexFormat.of().formatHex(one.salt()), one.text().replace("\n", "\\n")));
    }
    beside.put("polls/" + REFERENCE + ".csv", "ballots,ballot\n2,1 2=3\n1,2\n");
    beside.put(
        "polls/" + REFERENCE + ".blt", "3 1\n[tie 1 2 3]\n2 1 3=2 0\n1 2 0\n0\n\"a\"\n\"1 2 0\"\n");
    beside.put("polls/" + REFERENCE + ".receipts", RECEIPTS.text());
  }

  private final Source source =
      new Source() {
        @Override
        public Optional<byte[]> find(String path, int bytesMax) {
          return Optional.ofNullable(served.get(path)).map(text -> text.getBytes(UTF_8));
        }

        @Override
        public Optional<byte[]> beside(String name, int bytesMax) {
          return Optional.ofNullable(beside.get(name)).map(text -> text.getBytes(UTF_8));
        }

        @Override
        public boolean hasPages() {
          return true;
        }
      };

  private void aWholePoll() throws Exception {
    take(announced());
    day = CLOSES.plusDays(1);
    take(closed(SECRET), tallied("ballots", 3, 2));
  }

  private static PollNews announced() throws Exception {
    var label = Map.of("en", "water");
    var terms =
        new PollTerms(
            Map.of("en", "What first?"),
            List.of(
                new PollTerms.Option(label, BigDecimal.TEN),
                new PollTerms.Option(label, null),
                new PollTerms.Option(label, null)),
            "ranking",
            "schulze",
            1,
            null,
            PollTerms.ANYBODY,
            DAY,
            CLOSES,
            "the assembly",
            5,
            false,
            1,
            List.of());
    var words =
        new PollHashes(QUESTION.hash(), Collections.nCopies(3, LABEL.hash()), ASKED_BY.hash());
    return new PollNews.Announced(
        terms.wordless(), words, MessageDigest.getInstance("SHA-256").digest(SECRET));
  }

  private static PollNews closed(byte[] secret) {
    return new PollNews.Closed(BALLOTS.hash(), RECEIPTS.hash(), secret);
  }

  private static PollNews tallied(String shown, int votes, int winner) {
    return new PollNews.Tallied(
        shown,
        votes,
        List.of(winner),
        Optional.of(FIGURES.hash()),
        null,
        shown.equals("winner") ? null : UNCOUNTED);
  }

  @Test
  void takesAPollAndComparesItsFiles() throws Exception {
    aWholePoll();
    ledger.polls().check(source);
    beside.clear();
    ledger.polls().check(source);
    assertThat(ledger.summary()).contains("Polls, announced before anybody voted: 1.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          csv | 2,1 2=3 | 3,1 2=3 | ballots
          csv | 1,2 | 1,3 | ballots
          csv | 1,2 | 1;2 | ballots
          blt | 2 1 3=2 0 | 2 1 3 2 0 | ballots
          blt | 1 2 0 | 1 3 0 | ballots
          receipts | 3333 | 3334 | receipts
          """)
  void aFileThatSaysSomethingElseIsNamed(String ending, String before, String after, String what)
      throws Exception {
    aWholePoll();
    String path = "polls/" + REFERENCE + "." + ending;
    beside.compute(path, (name, text) -> text.replaceFirst(before, after));
    assertThatThrownBy(() -> ledger.polls().check(source))
        .isInstanceOf(Finding.class)
        .hasMessage(path + " has other " + what + " than entry 1 was signed with.");
  }

  @Test
  void aTextThatIsMissingIsNamed() throws Exception {
    aWholePoll();
    served.remove("content/" + HexFormat.of().formatHex(BALLOTS.hash()));
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessageContaining("entry 1 names it as the ballots of K7QM-2XWD");
  }

  @Test
  void countsAreOfTheReceiptsThatArePublished() throws Exception {
    take(announced());
    day = CLOSES.plusDays(1);
    take(closed(SECRET), tallied("figures", 4, 2));
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessage("entry 1 has 3 receipts of K7QM-2XWD, and the count has 4 votes.");
  }

  @Test
  void budgetsAreComparedByWhatWasApprovedOf() throws Exception {
    aWholePoll();
    String head = "META\nkey;value\nPROJECTS\nproject_id;cost;name\n1;2;water\nVOTES\n";
    beside.clear();
    beside.put("polls/" + REFERENCE + ".pb", head + "voter_id;vote\n1;3,1,2\n2;1,2,3\n3;2\n");
    ledger.polls().check(source);
    beside.put("polls/" + REFERENCE + ".pb", head + "voter_id;vote\n1;3,1,2\n2;1,2\n3;2\n");
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessageStartingWith("polls/K7QM-2XWD.pb has other ballots");
  }

  @Test
  void aTextThatWasRemovedNeedNotBeThere() throws Exception {
    aWholePoll();
    served.remove("content/" + HexFormat.of().formatHex(QUESTION.hash()));
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessageContaining("entry 0 names it as the question of K7QM-2XWD");
    take(new PollNews.Removed(QUESTION.hash(), RedactionReason.SHOWS_SOMEBODY));
    ledger.polls().check(source);
    refuses(
        new PollNews.Removed(QUESTION.hash(), RedactionReason.LAW), "removes what is no text of");
    assertThat(ledger.summary()).contains("Published texts that were removed");
  }

  @Test
  void pointsAreComparedOptionByOption() throws Exception {
    Content points = new Content(bytes(1), "1:5 2:3\n1:5 2:3\n2:10\n");
    served.put(
        "content/" + HexFormat.of().formatHex(points.hash()),
        "{\"salt\":\"%s\",\"text\":\"%s\"}"
            .formatted(
                HexFormat.of().formatHex(points.salt()), points.text().replace("\n", "\\n")));
    take(announced());
    day = CLOSES.plusDays(1);
    take(new PollNews.Closed(points.hash(), RECEIPTS.hash(), SECRET), tallied("ballots", 3, 2));
    beside.put("polls/" + REFERENCE + ".csv", "ballots,ballot\n2,1:5 2:3\n1,2:10\n");
    beside.put("polls/" + REFERENCE + ".blt", "3 1\n10 1 0\n6 2 0\n10 2 0\n0\n\"a\"\n");
    ledger.polls().check(source);
    beside.put("polls/" + REFERENCE + ".blt", "3 1\n10 1 0\n6 2 0\n9 2 0\n0\n\"a\"\n");
    assertThatThrownBy(() -> ledger.polls().check(source)).hasMessageContaining(".blt has other");
  }

  @Test
  void aPollIsAnnouncedOnceAndEndsOnce() throws Exception {
    refuses(closed(SECRET), "was not announced before it");
    take(announced());
    refuses(announced(), "announces K7QM-2XWD for the second time");
    refuses(tallied("ballots", 3, 1), "not closed");
    refuses(closed(SECRET), "before its last day is over");
    day = CLOSES.plusDays(1);
    refuses(closed(bytes(8)), "with a secret that was not announced");
    take(closed(SECRET));
    refuses(new PollNews.Cancelled(REASON.hash()), "ends K7QM-2XWD for the second time");
    refuses(tallied("ballots", 3, 4), "names a winner that K7QM-2XWD has not");
    refuses(tallied("everything", 3, 1), "shows of a result everything");
    take(tallied("winner", 3, 1));
    refuses(tallied("ballots", 3, 2), "was counted before");
  }

  /** In whole steps, so that nobody is found by what is told of few. */
  @Test
  void whatDoesNotCountIsToldInStepsAndOnce() throws Exception {
    take(announced());
    day = CLOSES.plusDays(1);
    take(closed(SECRET));
    for (String count : List.of("7", "12+", "0+", "<5", "")) {
      refuses(uncounted("ballots", new PollNews.Uncounted(count, "<10")), "are replaced");
      refuses(uncounted("figures", new PollNews.Uncounted("10+", count)), "are invalid");
    }
    refuses(uncounted("winner", UNCOUNTED), "does not tell as it should");
    refuses(uncounted("ballots", null), "does not tell as it should");
    refuses(new PollNews.Late("<10"), "came late");
    take(uncounted("figures", UNCOUNTED));
    day = CLOSES.plusDays(7);
    refuses(new PollNews.Late("<10"), "came late");
    day = CLOSES.plusDays(8);
    refuses(new PollNews.Late("3"), "came late");
    take(new PollNews.Late("10+"));
    refuses(new PollNews.Late("20+"), "came late");
  }

  @Test
  void ofFewVotesItIsNotToldHowManyCameLate() throws Exception {
    take(announced());
    day = CLOSES.plusDays(8);
    take(closed(SECRET), tallied("winner", 3, 1));
    refuses(new PollNews.Late("<10"), "came late");
  }

  private static PollNews uncounted(String shown, PollNews.@Nullable Uncounted uncounted) {
    return new PollNews.Tallied(shown, 3, List.of(2), Optional.of(FIGURES.hash()), null, uncounted);
  }

  @Test
  void whatIsCancelledIsNotCounted() throws Exception {
    take(announced(), new PollNews.Cancelled(REASON.hash()));
    day = CLOSES.plusDays(1);
    refuses(closed(SECRET), "ends K7QM-2XWD for the second time");
  }

  @Test
  void aPriorityIsAnsweredOnceAndCalledLateAfterItsDayOnly() throws Exception {
    byte[] what = bytes(5);
    LocalDate by = CLOSES.plusDays(10);
    var answer =
        new PollNews.PriorityAnswered(
            2, "board", "will-do", bytes(4), new Entry.Commitment("board", by, what));
    take(announced());
    day = CLOSES.plusDays(1);
    refuses(answer, "is about a priority that no vote chose before it");
    take(
        closed(SECRET),
        new PollNews.Tallied(
            "ballots", 3, List.of(2, 1), Optional.of(FIGURES.hash()), by, UNCOUNTED));
    refuses(
        new PollNews.PriorityOverdue(3, by), "is about a priority that no vote chose before it");
    refuses(
        new PollNews.PriorityOverdue(1, by),
        "calls a priority late before its day, or names another one");
    take(answer);
    refuses(answer, "answers a priority for the second time");
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessageContaining("names it as the answer about K7QM-2XWD");
    take(new PollNews.Removed(bytes(4), RedactionReason.ASKED));
    assertThatThrownBy(() -> ledger.polls().check(source))
        .hasMessageContaining("names it as what was promised about K7QM-2XWD");
    take(new PollNews.Removed(what, RedactionReason.ASKED));
    ledger.polls().check(source);
    refuses(new PollNews.Removed(what, RedactionReason.ASKED), "removes what is no text of");
    day = by.plusDays(1);
    take(new PollNews.PriorityOverdue(1, by));
    refuses(
        new PollNews.PriorityOverdue(1, by),
        "calls a priority late that was answered, or called so before");
    refuses(
        new PollNews.PriorityOverdue(2, by),
        "calls a priority late that was answered, or called so before");
    take(new Entry.CommitmentMissed(day, REFERENCE, what, by));
    take(new Entry.CommitmentKept(day, REFERENCE, what, bytes(6)));
    assertThatThrownBy(() -> take(new Entry.CommitmentKept(day, REFERENCE, what, bytes(6))))
        .hasMessageContaining("says for the second time what became of a promise");
  }

  private void take(PollNews... news) throws Finding {
    for (PollNews one : news) {
      take(new Entry.OfPoll(day, REFERENCE, one));
    }
  }

  private void take(Entry entry) throws Finding {
    ledger.take(LogEntry.read(index++, EntryJson.write(HOPE, entry)));
  }

  private void refuses(PollNews news, String what) {
    assertThatThrownBy(() -> take(news)).isInstanceOf(Finding.class).hasMessageContaining(what);
  }

  private static byte[] bytes(int number) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }
}
