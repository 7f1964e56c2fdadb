package org.answerable.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.answerable.ballot.CountingMethod;
import org.answerable.platform.Sha256;
import org.answerable.poll.BallotLine;
import org.answerable.poll.Count;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.PollHashes;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PollTerms;
import org.answerable.tlog.Hash;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the log alone gives is what the server counted, by each method, ties too. */
class RecountTest extends PollEntries {
  private static final int POLLS = 40;
  private final Random random = new Random(20261126);

  static Stream<String> methods() {
    return CountingMethod.all().stream().map(CountingMethod::word);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void choosesWhomTheServerChose(String method) throws Exception {
    int chosen = 0;
    for (int i = 0; i < POLLS; i++) {
      PollTerms terms = terms(method, 2 + random.nextInt(5));
      byte[] secret = Sha256.of("secret " + i);
      var count = new Count(terms, lines(terms), secret, "en");
      List<Integer> winners = count.tally().outcome().winners();
      assertThat(recount(terms, secret, count.list()).winners()).as(count.list()).contains(winners);
      chosen += winners.size();
    }
    assertThat(chosen).isPositive();
  }

  private static Recount recount(PollTerms terms, byte[] secret, String ballots) throws Exception {
    var words =
        new PollHashes(
            QUESTION.hash(),
            Collections.nCopies(terms.options().size(), LABEL.hash()),
            ASKED_BY.hash());
    var news = new PollNews.Announced(terms.wordless(), words, Sha256.of(secret));
    byte[] entry = EntryJson.write(HOPE, new Entry.OfPoll(DAY, REFERENCE, news));
    return new Recount(LogEntry.read(0, entry), Hash.of(secret), Map.of(), ballots);
  }

  private PollTerms terms(String method, int options) {
    boolean budget = method.startsWith("equal-shares");
    return new PollTerms(
        Map.of("en", "What first?"),
        IntStream.range(0, options)
            .mapToObj(
                number ->
                    new PollTerms.Option(
                        Map.of("en", "water"),
                        budget ? BigDecimal.valueOf(1 + random.nextInt(60)) : null))
            .toList(),
        budget ? "budget" : method.equals("points") ? "points" : "order",
        method,
        1 + random.nextInt(2),
        budget ? BigDecimal.valueOf(100) : null,
        PollTerms.ANYBODY,
        DAY,
        CLOSES,
        "the assembly",
        5,
        false,
        1,
        List.of());
  }

  private List<String> lines(PollTerms terms) {
    return IntStream.range(0, 3 + random.nextInt(12)).mapToObj(i -> line(terms)).toList();
  }

  private String line(PollTerms terms) {
    List<Integer> options =
        IntStream.rangeClosed(1, terms.options().size())
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(options, random);
    List<Integer> marked = options.subList(0, 1 + random.nextInt(options.size()));
    if (terms.form().equals("points")) {
      Map<Integer, Integer> points = new TreeMap<>();
      marked.forEach(option -> points.put(option, 1 + random.nextInt(5)));
      return BallotLine.ofPoints(points);
    }
    return BallotLine.ofRanks(ranks(marked));
  }

  /** Some share a rank. */
  private List<List<Integer>> ranks(List<Integer> marked) {
    List<List<Integer>> ranks = new ArrayList<>();
    for (int option : marked) {
      if (ranks.isEmpty() || random.nextInt(3) > 0) {
        ranks.add(new ArrayList<>());
      }
      ranks.getLast().add(option);
    }
    return ranks;
  }
}
