package org.answerable.ballot.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import org.answerable.ballot.Ballot;
import org.answerable.ballot.BallotLimits;
import org.answerable.ballot.Candidate;
import org.answerable.ballot.RankedPoll;
import org.answerable.ballot.TieOrder;
import org.jspecify.annotations.Nullable;

/**
 * Reads BLT, the form of Hill, Wichmann and Woodall's program that most counting programs share:
 *
 * <pre>
 * 3 1                     candidates, seats
 * -2                      withdrawn; or [withdrawn 2]
 * [tie 3 1 2]             whom to favour where votes are equal
 * 4 1 3 0                 four ballots: 1, then 3
 * (id7) 1 2=3 - 1 0       one ballot, with a mark of its own: 2 and 3 equal, a skipped rank, then 1
 * 0
 * "Ann"                   names, one a candidate; "" within is a quotation mark
 * "Ben"
 * "Cat"
 * "Title"                 may be missing</pre>
 *
 * A ballot stands on one line. What follows {@code #} outside of quotation marks is a comment, and
 * so is all that follows the title.
 *
 * @see <a href="https://github.com/jklundell/droop/wiki/BLT-file-format">the form in full; of its
 *     options, {@code nick} is not read</a>
 */
public final class BltReader {
  private static final String END = "0";

  /** Texts that some programs write behind the title: where it comes from, and a remark. */
  private static final int BEHIND_TITLE = 2;

  private final Iterator<String> lines;
  private int lineNumber;
  private int candidates;
  private int seats;
  private final Set<Integer> withdrawn = new HashSet<>();
  private @Nullable TieOrder ties;
  private final List<Ballot> ballots = new ArrayList<>();
  private int[] marks = new int[16];
  private long marksOfAll;
  private long votes;
  private final List<String> names = new ArrayList<>();

  private BltReader(Iterator<String> lines) {
    this.lines = lines;
  }

  /**
   * Reads all lines.
   *
   * @param lines without line ends, each of {@link BallotLimits#LINE_CHARS} at most
   */
  public static Reading<RankedPoll> read(Iterator<String> lines) {
    BltReader reader = new BltReader(lines);
    try {
      RankedPoll poll = reader.poll();
      return new Reading.Ready<>(poll, reader.unread());
    } catch (Fault fault) {
      return new Reading.Refused<>(Math.max(1, reader.lineNumber), fault.what());
    }
  }

  private RankedPoll poll() throws Fault {
    header(nextWords("\"candidates seats\", such as \"3 1\""));
    String words = nextWords("the ballots");
    while (words.startsWith("[") || words.startsWith("-")) {
      if (words.startsWith("[")) {
        option(words);
      } else {
        withdrawn(words);
      }
      words = nextWords("the ballots");
    }
    while (!words.equals(END)) {
      ballots.add(ballot(words));
      words = nextWords("a line with 0 that ends the ballots");
    }
    names();
    List<Candidate> numbered = new ArrayList<>();
    for (int number = 1; number <= candidates; number++) {
      numbered.add(new Candidate(number, names.get(number - 1), withdrawn.contains(number)));
    }
    String title = names.size() > candidates ? names.get(candidates) : "";
    return new RankedPoll(
        title, seats, numbered, ties == null ? TieOrder.listed(candidates) : ties, ballots);
  }

  private void header(String words) throws Fault {
    List<String> numbers = split(words);
    if (numbers.size() != 2) {
      throw new Fault(
          words.equals("META")
              ? "this is a Pabulib file; only equal-shares counts it"
              : "the first line is to say how many candidates and seats there are, as in \"3 1\"");
    }
    candidates = Numbers.small(numbers.get(0), "the number of candidates");
    seats = Numbers.small(numbers.get(1), "the number of seats");
    if (candidates < 1 || seats < 1) {
      throw new Fault("there is to be at least one candidate and one seat");
    }
    if (candidates > BallotLimits.CANDIDATES) {
      throw new Fault(
          candidates + " candidates; " + BallotLimits.CANDIDATES + " is the most that is counted");
    }
  }

  private void option(String words) throws Fault {
    if (!words.endsWith("]")) {
      throw new Fault("an option ends with ] on the same line");
    }
    List<String> parts = split(words.substring(1, words.length() - 1));
    List<Integer> numbers = new ArrayList<>();
    for (String part : parts.subList(Math.min(1, parts.size()), parts.size())) {
      numbers.add(candidate(part));
    }
    switch (parts.isEmpty() ? "" : parts.getFirst()) {
      case "withdrawn" -> withdrawn.addAll(numbers);
      case "tie" -> ties = tieOrder(numbers);
      default ->
          throw new Fault(
              "of the options, [tie …] and [withdrawn …] are read; remove "
                  + Numbers.quoted(words));
    }
  }

  private TieOrder tieOrder(List<Integer> numbers) throws Fault {
    if (numbers.size() != candidates || new HashSet<>(numbers).size() != candidates) {
      throw new Fault("[tie …] is to name each of the " + candidates + " candidates once");
    }
    return TieOrder.given(numbers);
  }

  private void withdrawn(String words) throws Fault {
    for (String word : split(words)) {
      if (!word.startsWith("-")) {
        throw new Fault("withdrawn candidates stand on a line of their own, as in \"-2 -5\"");
      }
      withdrawn.add(candidate(word.substring(1)));
    }
  }

  private Ballot ballot(String words) throws Fault {
    StringTokenizer left = new StringTokenizer(withoutId(words));
    String first = left.hasMoreTokens() ? left.nextToken() : "";
    if (first.startsWith("-") || first.startsWith("[")) {
      throw new Fault("withdrawn candidates and options stand before the first ballot");
    }
    long weight = Numbers.weight(first);
    int length = 0;
    String word = "";
    while (left.hasMoreTokens() && !word.equals(END)) {
      word = left.nextToken();
      if (!word.equals("-") && !word.equals(END)) {
        length = addRank(word, length);
      }
    }
    if (!word.equals(END) || left.hasMoreTokens()) {
      throw new Fault("a ballot ends with a single 0, and the line with it");
    }
    countTowardsLimits(weight, length);
    return Ballot.of(weight, Arrays.copyOf(marks, length));
  }

  private int addRank(String word, int lengthBefore) throws Fault {
    int length = lengthBefore;
    int start = 0;
    while (start <= word.length()) {
      int equals = word.indexOf('=', start);
      int end = equals < 0 ? word.length() : equals;
      if (length == marks.length) {
        marks = Arrays.copyOf(marks, 2 * length);
      }
      int number = candidate(word.substring(start, end));
      marks[length++] = start == 0 ? number : -number;
      start = end + 1;
    }
    return length;
  }

  private void countTowardsLimits(long weight, int length) throws Fault {
    marksOfAll += length;
    if (marksOfAll > BallotLimits.MARKS) {
      throw new Fault(
          "more than "
              + BallotLimits.MARKS
              + " preferences in one file; write equal ballots as one line");
    }
    if (weight > BallotLimits.VOTES - votes) {
      throw new Fault("all ballots together are more than " + BallotLimits.VOTES);
    }
    votes += weight;
  }

  private int candidate(String word) throws Fault {
    int number = Numbers.small(word, "a candidate");
    if (number < 1 || number > candidates) {
      throw new Fault("there is no candidate " + number + "; they are numbered 1 to " + candidates);
    }
    return number;
  }

  private static String withoutId(String words) throws Fault {
    if (!words.startsWith("(")) {
      return words;
    }
    int end = words.indexOf(')');
    if (end < 0) {
      throw new Fault("a ballot's own mark ends with ) on the same line");
    }
    return words.substring(end + 1);
  }

  private void names() throws Fault {
    while (lines.hasNext() && names.size() <= candidates) {
      Quoted.addAll(nextLine(), names);
    }
    if (names.size() < candidates) {
      throw new Fault(
          "the file ends after "
              + names.size()
              + " of "
              + candidates
              + " names; it may have been cut off");
    }
  }

  /**
   * What stands behind the title: a source and a remark, as some programs write them, are passed
   * by; more than that may be a second file, or two texts for each name.
   */
  private List<String> unread() {
    int behind = names.size() > candidates + 1 ? BEHIND_TITLE + 1 : 0;
    while (lines.hasNext()) {
      String line = nextLine().strip();
      boolean quoted = line.startsWith("\"") && line.endsWith("\"");
      behind += line.isEmpty() || line.startsWith("#") ? 0 : quoted ? 1 : BEHIND_TITLE + 1;
    }
    return behind <= BEHIND_TITLE
        ? List.of()
        : List.of(
            "there is more behind the title than is read; look whether each name stands alone on"
                + " its line, and whether this is one file");
  }

  /** The next line that says anything, without its comment. */
  private String nextWords(String expected) throws Fault {
    while (lines.hasNext()) {
      String line = nextLine();
      int comment = line.indexOf('#');
      String words = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!words.isEmpty()) {
        return words;
      }
    }
    throw new Fault("the file ends where " + expected + " should be; it may have been cut off");
  }

  private String nextLine() {
    String line = lines.next();
    lineNumber++;
    return lineNumber == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static List<String> split(String words) {
    return words.isBlank() ? List.of() : List.of(words.strip().split("\\s+"));
  }
}
