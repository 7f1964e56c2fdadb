package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files of one poll from which others count again, as far as somebody offers them beside the
 * log: they must hold the very ballots, and the receipts, that were signed.
 *
 * @param place of the entry that closed the poll
 */
record PollFiles(String reference, String place, Source source) {
  private static final int BYTES_MAX = 1 << 26;

  /** Of CSV: {@code copies,3 1=2}. */
  private static final Pattern CSV = Pattern.compile("(\\d{1,9}),([\\d=: ]+)");

  /** Of BLT: {@code copies 3 1=2 0}; what comes after the line {@code 0} are names. */
  private static final Pattern BLT = Pattern.compile("(\\d{1,9}) ([\\d= ]+) 0");

  /** {@code 3 1=2}, {@code 1:5 2:3}. */
  private static final Pattern BALLOT =
      Pattern.compile("\\d{1,9}+([ =]\\d{1,9}+)*+|\\d{1,9}+:\\d{1,9}+( \\d{1,9}+:\\d{1,9}+)*+");

  /** Of Pabulib, below {@code VOTES}: {@code voter;3,1}. */
  private static final Pattern PABULIB = Pattern.compile("\\d{1,9};([\\d,]+)");

  void checkReceipts(String signed) throws Finding, IOException {
    Optional<String> file = read(".receipts");
    if (file.isPresent() && !file.get().equals(signed)) {
      throw other(".receipts", "receipts");
    }
  }

  /**
   * @param recount with the ballots that were signed, a line each, {@code 3 1=2}; of points {@code
   *     1:5 2:3}
   */
  void checkBallots(Recount recount) throws Finding, IOException {
    String signed = recount.ballots();
    if (!signed.lines().allMatch(line -> BALLOT.matcher(line).matches())) {
      throw new Finding("%s was signed with ballots that are none.".formatted(place));
    }
    checkHead(".blt", recount::isHeadOfBlt, recount);
    checkHead(".pb", recount::isHeadOfPabulib, recount);
    Map<String, Long> ballots = counted(signed.lines().toList());
    check(".csv", ballots, text -> weighed(text.lines().skip(1).toList(), CSV));
    check(".blt", apart(ballots), PollFiles::ofBlt);
    check(".pb", unordered(ballots), PollFiles::ofPabulib);
  }

  /** What a file says beside the ballots. */
  private interface Head {
    boolean isOf(List<String> lines) throws Finding;
  }

  private void checkHead(String ending, Head head, Recount recount) throws Finding, IOException {
    Optional<String> file = read(ending);
    if (file.isPresent() && !head.isOf(file.get().lines().toList())) {
      throw new Finding(
          "%s has other seats, options, costs or another order for ties than %s announced."
              .formatted(path(ending), recount.announced().place()));
    }
  }

  private void check(
      String ending, Map<String, Long> ballots, Function<String, Optional<Map<String, Long>>> read)
      throws Finding, IOException {
    Optional<String> file = read(ending);
    if (file.isPresent() && !read.apply(file.get()).equals(Optional.of(ballots))) {
      throw other(ending, "ballots");
    }
  }

  private Optional<String> read(String ending) throws Finding, IOException {
    return source.beside(path(ending), BYTES_MAX).map(bytes -> new String(bytes, UTF_8));
  }

  private String path(String ending) {
    return "polls/" + reference + ending;
  }

  private Finding other(String ending, String what) {
    return new Finding(
        "%s has other %s than %s was signed with.".formatted(path(ending), what, place));
  }

  private static Map<String, Long> counted(List<String> lines) {
    return lines.stream()
        .collect(Collectors.groupingBy(PollFiles::ranked, TreeMap::new, Collectors.counting()));
  }

  /** Options that share a rank stand in one order. */
  private static String ranked(String line) {
    return Arrays.stream(line.split(" "))
        .map(rank -> Arrays.stream(rank.split("=")).sorted().collect(Collectors.joining("=")))
        .collect(Collectors.joining(" "));
  }

  /** Points stand there option by option: {@code 1:5 2:3} is five votes for 1 and three for 2. */
  private static Map<String, Long> apart(Map<String, Long> ballots) {
    Map<String, Long> all = new TreeMap<>();
    ballots.forEach(
        (line, copies) -> {
          for (String part : line.indexOf(':') < 0 ? List.of(line) : List.of(line.split(" "))) {
            String[] points = part.split(":");
            long votes = points.length == 1 ? copies : copies * Long.parseLong(points[1]);
            all.merge(points[0], votes, Long::sum);
          }
        });
    return all;
  }

  /** Budgets are spent by approval: what stands first on a ballot means nothing. */
  private static Map<String, Long> unordered(Map<String, Long> ballots) {
    Map<String, Long> all = new TreeMap<>();
    ballots.forEach((line, copies) -> all.merge(sorted(line.split("[ =]")), copies, Long::sum));
    return all;
  }

  private static String sorted(String[] options) {
    return Arrays.stream(options).sorted().collect(Collectors.joining(" "));
  }

  /** Empty: a line is none of this form. */
  private static Optional<Map<String, Long>> weighed(List<String> lines, Pattern form) {
    Map<String, Long> all = new TreeMap<>();
    for (String line : lines) {
      Matcher ballot = form.matcher(line);
      if (!ballot.matches()) {
        return Optional.empty();
      }
      all.merge(ranked(ballot.group(2)), Long.parseLong(ballot.group(1)), Long::sum);
    }
    return Optional.of(all);
  }

  private static Optional<Map<String, Long>> ofBlt(String text) {
    return weighed(
        text.lines().skip(Recount.BLT_HEAD).takeWhile(line -> !line.equals("0")).toList(), BLT);
  }

  private static Optional<Map<String, Long>> ofPabulib(String text) {
    Map<String, Long> all = new TreeMap<>();
    for (String line : text.lines().dropWhile(line -> !line.equals("VOTES")).skip(2).toList()) {
      Matcher vote = PABULIB.matcher(line);
      if (!vote.matches()) {
        return Optional.empty();
      }
      all.merge(sorted(vote.group(1).split(",")), 1L, Long::sum);
    }
    return Optional.of(all);
  }
}
