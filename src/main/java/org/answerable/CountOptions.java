package org.answerable;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.ballot.BallotLimits;
import org.answerable.ballot.CountingMethod;
import org.answerable.ballot.EqualShares;
import org.jspecify.annotations.Nullable;

/** What stands behind {@code count}. */
sealed interface CountOptions {
  String USAGE =
      """
      Usage: count --method METHOD [--seats N] [--seed SEED] [--integral] [--json] FILE

        --method     %s
                     (these count BLT files; the next ones Pabulib files)
                     %s
        --seats      another number of seats than the file says
        --seed       breaks ties by the SHA-256 of SEED|number (of SEED|id for projects), unless the file says how
        --integral   equal-shares begins with a whole share
        --json       for programs
      """
          .formatted(words(false), words(true));

  /** They are understood. */
  record Right(
      CountingMethod method,
      Optional<Integer> seats,
      Optional<String> seed,
      boolean json,
      String file)
      implements CountOptions {}

  /** They are not. */
  record Wrong(String what) implements CountOptions {}

  private static String words(boolean projects) {
    return CountingMethod.all().stream()
        .filter(method -> method instanceof CountingMethod.OfProjects == projects)
        .map(CountingMethod::word)
        .collect(Collectors.joining(" "));
  }

  /** Options in any order, each once, and one file. */
  static CountOptions of(List<String> args) {
    return new Parser().parse(args.iterator());
  }

  /** Takes one word after the other. */
  final class Parser {
    private static final int SEATS_DIGITS = 9;

    private @Nullable String method;
    private @Nullable String seats;
    private @Nullable String seed;
    private @Nullable String file;
    private boolean integral;
    private boolean json;

    private CountOptions parse(Iterator<String> words) {
      while (words.hasNext()) {
        String word = words.next();
        boolean takesValue = List.of("--method", "--seats", "--seed").contains(word);
        if (takesValue && !words.hasNext()) {
          return new Wrong(word + " needs a value.");
        }
        switch (word) {
          case "--method" -> method = words.next();
          case "--seats" -> seats = words.next();
          case "--seed" -> seed = words.next();
          case "--integral" -> integral = true;
          case "--json" -> json = true;
          default -> {
            if (word.startsWith("--") || file != null) {
              return new Wrong("There is no option " + word + ".");
            }
            file = word;
          }
        }
      }
      return checked();
    }

    private CountOptions checked() {
      if (method == null || file == null) {
        return new Wrong(method == null ? "Say --method." : "Name a file.");
      }
      Optional<CountingMethod> known = CountingMethod.named(method);
      if (known.isEmpty()) {
        return new Wrong("There is no method " + method + ".");
      }
      if (seats != null
          && (!seats.matches("[0-9]{1," + SEATS_DIGITS + "}") || Integer.parseInt(seats) == 0)) {
        return new Wrong("--seats takes a number from 1.");
      }
      if (seed != null && seed.length() > BallotLimits.NAME_CHARS) {
        return new Wrong("--seed takes " + BallotLimits.NAME_CHARS + " characters at most.");
      }
      return new Right(
          withIntegral(known.get()),
          Optional.ofNullable(seats).map(Integer::valueOf),
          Optional.ofNullable(seed),
          json,
          file);
    }

    private CountingMethod withIntegral(CountingMethod method) {
      return integral && method instanceof EqualShares(EqualShares.Variant variant, boolean whole)
          ? new EqualShares(variant, true)
          : method;
    }
  }
}
