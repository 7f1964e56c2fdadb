package org.answerable.poll;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.answerable.ballot.Ballot;
import org.answerable.ballot.Stage;
import org.answerable.ballot.Tally;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.Suppressed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Attack P6 on results: everything that so many voters could have sent is counted, and what looks
 * the same to the public is put together. Wherever not every ballot is public, no count below k is
 * the same in all of it: how many put an option first, sent a ballot, gave points to one, prefer
 * one to another or neither, were with an option in a round, or moved there.
 */
class FewVotesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final List<String> ORDERS =
      List.of("1 2 3", "1 3 2", "2 1 3", "2 3 1", "3 1 2", "3 2 1");

  @ParameterizedTest
  @CsvSource({
    "ONE, plurality, 1;2;3, 21",
    "ONE, plurality, 1;2;3, 30",
    "ONE, plurality, 1;2;3, 39",
    "ONE, plurality, 1;2;3;4, 27",
    "SOME, approval, 1;2;1=2, 24",
    "SOME, approval, 1;2;3;1=2;1=3;2=3, 20",
    "ORDER, schulze, orders, 20",
    "ORDER, ranked-pairs, 1 2;2 1;1;2, 25",
    "ORDER, irv, 1 2 3;2 1 3;3 1 2;3 2 1, 33",
    "ORDER, borda, 1 2 3;2 1 3;3 1 2;3 2 1, 31",
    "ORDER, scottish-stv, 1 2 3;2 1 3;3 1 2;3 2 1, 35",
    "POINTS, points, 1:10;2:10;1:6 2:2;1:2 2:6, 31",
    "POINTS, points, 1:10;2:10;3:10;1:5 3:5, 31",
    "BUDGET, equal-shares:std, 1;2;1=2, 24"
  })
  void noCountBelowKComesOutOfWhatIsTold(Form form, String method, String lines, int votes) {
    List<String> patterns = lines.equals("orders") ? ORDERS : List.of(lines.split(";"));
    PollTerms terms = SamplePoll.of(form, method, DAY, DAY);
    int options = lines.contains("4") ? 4 : lines.matches("orders|.*3.*") ? 3 : 2;
    PollTerms few = SamplePoll.withOptions(terms, options);
    Map<String, Map<String, Set<Long>>> seen = new HashMap<>();
    each(
        patterns,
        votes,
        ballots -> {
          var world = new World(few, patterns, ballots);
          // a project that would fit and is not bought has no votes, which its method says
          boolean inherent = form == Form.BUDGET && world.shown == Disclosure.WINNER;
          if (world.shown != Disclosure.BALLOTS && !inherent) {
            Map<String, Set<Long>> here =
                seen.computeIfAbsent(world.told(), told -> new HashMap<>());
            world
                .counts()
                .forEach(
                    (what, count) ->
                        here.computeIfAbsent(what, name -> new HashSet<>()).add(count));
          }
        });

    List<String> found = new ArrayList<>();
    seen.forEach(
        (told, counts) ->
            counts.forEach(
                (what, possible) -> {
                  long first = possible.iterator().next();
                  if (possible.size() == 1 && first < Suppressed.K) {
                    found.add(what + " is " + first + " in " + told);
                  }
                }));
    assertThat(found).isEmpty();
    assertThat(seen).hasSizeGreaterThan(1);
  }

  /** Every way in which so many voters can send these ballots. */
  private static void each(List<String> patterns, int votes, Consumer<List<String>> take) {
    each(patterns, 0, votes, new ArrayList<>(), take);
  }

  private static void each(
      List<String> patterns, int at, int left, List<String> so, Consumer<List<String>> take) {
    int size = so.size();
    int least = at == patterns.size() - 1 ? left : 0;
    for (int count = least; count <= left; count++) {
      so.addAll(Collections.nCopies(count, patterns.get(at)));
      if (at == patterns.size() - 1) {
        take.accept(so);
      } else {
        each(patterns, at + 1, left - count, so, take);
      }
      so.subList(size, so.size()).clear();
    }
  }

  /** What was sent, and what is told of it. */
  private static final class World {
    private final PollTerms terms;
    private final Map<String, Long> copies = new HashMap<>();
    private final Tally tally;
    private final long votes;
    private final Disclosure shown;

    World(PollTerms terms, List<String> patterns, List<String> lines) {
      this.terms = terms;
      this.votes = lines.size();
      this.tally = new Count(terms, lines, new byte[32], "en").tally();
      patterns.forEach(line -> copies.put(line, 0L));
      lines.forEach(line -> copies.merge(line, 1L, Long::sum));
      this.shown = Disclosure.of(terms, lines, OptionalInt.empty());
    }

    String told() {
      String winners = shown + " " + tally.outcome().winners();
      return shown == Disclosure.WINNER
          ? winners
          : winners
              + Figuring.of(tally, terms.method(), terms.options().size(), votes, false).json();
    }

    Map<String, Long> counts() {
      Map<String, Long> counts = new HashMap<>();
      copies.forEach((line, count) -> counts.put("ballot " + line, count));
      int options = terms.options().size();
      for (int a = 1; a <= options; a++) {
        counts.put("first " + a, 0L);
        for (int b = 1; b <= options; b++) {
          if (a == b) {
            continue;
          }
          counts.put("prefer " + a + " to " + b, 0L);
        }
      }
      copies.forEach(
          (line, count) -> {
            if (BallotLine.isPoints(line)) {
              points(counts, BallotLine.points(line), count, options);
            } else {
              count(counts, Ballot.ranked(1, BallotLine.ranks(line)), count, options);
            }
          });
      if (tally instanceof Tally.Stages stages) {
        rounds(counts, stages.stages(), options);
      }
      return counts;
    }

    private static void count(Map<String, Long> counts, Ballot ballot, long count, int options) {
      ballot.ranks().getFirst().forEach(one -> counts.merge("first " + one, count, Long::sum));
      for (int a = 1; a <= options; a++) {
        for (int b = 1; b <= options; b++) {
          if (a != b && rank(ballot, a) < rank(ballot, b)) {
            counts.merge("prefer " + a + " to " + b, count, Long::sum);
          }
        }
      }
    }

    private static void points(
        Map<String, Long> counts, Map<Integer, Integer> given, long count, int options) {
      int most = Collections.max(given.values());
      for (int a = 1; a <= options; a++) {
        int own = given.getOrDefault(a, 0);
        counts.merge("points to " + a, own > 0 ? count : 0, Long::sum);
        counts.merge("first " + a, own == most ? count : 0, Long::sum);
        for (int b = 1; b <= options; b++) {
          if (a != b) {
            boolean more = own > given.getOrDefault(b, 0);
            counts.merge("prefer " + a + " to " + b, more ? count : 0, Long::sum);
          }
        }
      }
    }

    private static int rank(Ballot ballot, int option) {
      for (int rank = 0; rank < ballot.ranks().size(); rank++) {
        if (ballot.ranks().get(rank).contains(option)) {
          return rank;
        }
      }
      return Integer.MAX_VALUE;
    }

    private static void rounds(Map<String, Long> counts, List<Stage> stages, int options) {
      Set<Integer> out = new HashSet<>();
      for (int round = 0; round < stages.size(); round++) {
        stages.get(round).excluded().ifPresent(out::add);
        for (int option = 1; option <= options; option++) {
          if (!out.contains(option)) {
            long here = requireNonNull(stages.get(round).totals().get(option)).longValue();
            counts.put("round " + round + " of " + option, here);
          }
        }
      }
    }
  }
}
