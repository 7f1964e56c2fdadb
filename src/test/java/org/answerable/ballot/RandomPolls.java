package org.answerable.ballot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Small polls by chance, with everything that ballots can have: ties, shared ranks, blank ballots,
 * repeated mentions, withdrawn candidates, more seats than candidates, weights past 63 bits once
 * they are multiplied. The same seed gives the same polls.
 */
final class RandomPolls {
  private static final long HUGE = 300_000_000_000_000_000L;

  private final Random random;

  RandomPolls(long seed) {
    this.random = new Random(seed);
  }

  /** Anything that is valid. */
  RankedPoll any() {
    int candidates = 1 + random.nextInt(5);
    List<Candidate> all =
        IntStream.rangeClosed(1, candidates)
            .mapToObj(number -> new Candidate(number, "C" + number, random.nextInt(8) == 0))
            .toList();
    boolean huge = random.nextInt(10) == 0;
    List<Ballot> ballots = new ArrayList<>();
    for (int left = random.nextInt(9); left > 0; left--) {
      ballots.add(ballot(candidates, huge ? HUGE - random.nextInt(3) : 1 + random.nextInt(4)));
    }
    return new RankedPoll("by chance", 1 + random.nextInt(4), all, ties(candidates), ballots);
  }

  /** One seat, nobody withdrawn, each ballot a whole order without shared ranks. */
  RankedPoll strict(int candidates, int ballots) {
    List<Ballot> cast = new ArrayList<>();
    for (int left = ballots; left > 0; left--) {
      int[] order = shuffled(candidates).stream().mapToInt(Integer::intValue).toArray();
      cast.add(Ballot.of(1 + random.nextInt(9), order));
    }
    List<Candidate> all =
        IntStream.rangeClosed(1, candidates)
            .mapToObj(number -> new Candidate(number, "C" + number, false))
            .toList();
    return new RankedPoll("by chance", 1, all, ties(candidates), cast);
  }

  /** Some voters, some projects, costs that hardly fit. */
  BudgetPoll budget() {
    int size = 1 + random.nextInt(5);
    int decimals = random.nextInt(3) == 0 ? 1 : 0;
    List<Project> projects =
        IntStream.rangeClosed(1, size)
            .mapToObj(number -> new Project(number, "p" + number, "P" + number, cost(decimals)))
            .toList();
    List<Ballot> ballots = new ArrayList<>();
    for (int left = random.nextInt(7); left > 0; left--) {
      List<Integer> approved = shuffled(size).subList(0, random.nextInt(size + 1));
      ballots.add(Ballot.approving(1 + random.nextInt(2), approved));
    }
    BigDecimal budget = BigDecimal.valueOf(5L + random.nextInt(60));
    return new BudgetPoll("by chance", budget, projects, ties(size), ballots);
  }

  int upTo(int most) {
    return 1 + random.nextInt(most);
  }

  List<Integer> shuffled(int size) {
    List<Integer> numbers = new ArrayList<>(IntStream.rangeClosed(1, size).boxed().toList());
    Collections.shuffle(numbers, random);
    return numbers;
  }

  private BigDecimal cost(int decimals) {
    return BigDecimal.valueOf(1 + random.nextInt(decimals == 0 ? 30 : 300), decimals);
  }

  private TieOrder ties(int size) {
    return switch (random.nextInt(3)) {
      case 0 -> TieOrder.listed(size);
      case 1 -> TieOrder.given(shuffled(size));
      default ->
          TieOrder.seeded(
              "seed" + random.nextInt(),
              IntStream.rangeClosed(1, size).mapToObj(String::valueOf).toList());
    };
  }

  private Ballot ballot(int candidates, long weight) {
    List<Integer> mentioned = new ArrayList<>(shuffled(candidates));
    mentioned = mentioned.subList(0, random.nextInt(candidates + 1));
    if (!mentioned.isEmpty() && random.nextInt(6) == 0) {
      mentioned.add(mentioned.getFirst());
    }
    int[] marks = new int[mentioned.size()];
    for (int place = 0; place < marks.length; place++) {
      boolean shares = place > 0 && random.nextInt(4) == 0;
      marks[place] = shares ? -mentioned.get(place) : mentioned.get(place);
    }
    return Ballot.of(weight, marks);
  }
}
