package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.stream.Collectors;
import org.answerable.ballot.TieOrder;
import org.answerable.platform.Sha256;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.PollHashes;
import org.answerable.responselog.PollJson;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PollTerms;
import org.junit.jupiter.api.BeforeEach;

/** A poll as the server writes it, with what stands beside the log. */
abstract class PollEntries {
  static final String HOPE = "hope";
  static final String REFERENCE = "K7QM-2XWD";
  static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  static final LocalDate CLOSES = DAY.plusDays(2);
  static final byte[] SECRET = bytes(7);
  static final Content BALLOTS = new Content(bytes(1), "1 2=3\n1 2=3\n2\n");
  static final Content RECEIPTS = new Content(bytes(2), "1111-2222\n3333\n4444\n");
  static final Content FIGURES = new Content(bytes(3), "{}");
  static final Content QUESTION = new Content(bytes(4), words("What first?"));
  static final Content LABEL = new Content(bytes(5), words("water"));
  static final Content ASKED_BY = new Content(bytes(6), "the assembly");
  static final Content REASON = new Content(bytes(9), "it was wrong");
  static final LocalDate ANSWER_BY = CLOSES.plusDays(10);
  static final String HEAD = "3 1\n[tie %s]\n";
  static final String NAMES = "0\n\"water\"\n\"water\"\n\"water\"\n\"What first?\"\n";
  static final PollNews.Uncounted UNCOUNTED = new PollNews.Uncounted("<10", "120+");
  final Ledger ledger = new Ledger(HOPE, DAY.plusDays(30));
  final Map<String, String> beside = new HashMap<>();
  final Map<String, String> served = new HashMap<>();
  LocalDate day = DAY;
  long index;

  @BeforeEach
  void pages() {
    for (Content one : List.of(BALLOTS, RECEIPTS, FIGURES, QUESTION, LABEL, ASKED_BY)) {
      serve(one);
    }
    beside.put("polls/" + REFERENCE + ".csv", "ballots,ballot\n2,1 2=3\n1,2\n");
    beside.put("polls/" + REFERENCE + ".blt", head(BALLOTS) + "2 1 3=2 0\n1 2 0\n" + NAMES);
    beside.put("polls/" + REFERENCE + ".receipts", RECEIPTS.text());
  }

  final Source source =
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

  void aWholePoll() throws Exception {
    take(announced());
    day = CLOSES.plusDays(1);
    take(closed(SECRET), tallied("ballots", 3, 1));
  }

  static PollNews announced() throws Exception {
    return announced("schulze");
  }

  static PollNews announced(String method) throws Exception {
    var label = Map.of("en", "water");
    var terms =
        new PollTerms(
            Map.of("en", "What first?"),
            List.of(
                new PollTerms.Option(label, BigDecimal.TEN),
                new PollTerms.Option(label, BigDecimal.TEN),
                new PollTerms.Option(label, BigDecimal.TEN)),
            "ranking",
            method,
            1,
            BigDecimal.TWO,
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

  static PollNews closed(byte[] secret) {
    return new PollNews.Closed(BALLOTS.hash(), RECEIPTS.hash(), secret);
  }

  static PollNews tallied(String shown, int votes, int winner) {
    return new PollNews.Tallied(
        shown,
        votes,
        List.of(winner),
        Optional.of(FIGURES.hash()),
        ANSWER_BY,
        shown.equals("winner") ? null : UNCOUNTED,
        null);
  }

  void serve(Content text) {
    served.put(
        "content/" + HexFormat.of().formatHex(text.hash()),
        "{\"salt\":\"%s\",\"text\":\"%s\"}"
            .formatted(
                HexFormat.of().formatHex(text.salt()),
                text.text().replace("\"", "\\\"").replace("\n", "\\n")));
  }

  static String words(String text) {
    return PollJson.words(Map.of("en", text));
  }

  /** The order for ties as the count has it, which the check computes for itself. */
  static String head(Content ballots) {
    byte[] seed = Sha256.of(SECRET, Sha256.of(ballots.text()));
    TieOrder ties = TieOrder.seeded(HexFormat.of().formatHex(seed), List.of("1", "2", "3"));
    return HEAD.formatted(
        ties.order().stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  void take(PollNews... news) throws Finding {
    for (PollNews one : news) {
      take(new Entry.OfPoll(day, REFERENCE, one));
    }
  }

  void take(Entry entry) throws Finding {
    ledger.take(LogEntry.read(index++, EntryJson.write(HOPE, entry)));
  }

  void refuses(PollNews news, String what) {
    assertThatThrownBy(() -> take(news)).isInstanceOf(Finding.class).hasMessageContaining(what);
  }

  static byte[] bytes(int number) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }
}
