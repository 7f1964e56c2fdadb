package org.answerable.ballot.file;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerable.ballot.Ballot;
import org.answerable.ballot.Candidate;
import org.answerable.ballot.RankedPoll;
import org.answerable.ballot.TieOrder;

/**
 * Writes BLT, as {@link BltReader} reads it. A tie order that came from a seed is written out, so
 * that whoever recounts needs no seed.
 */
public final class BltWriter {
  private BltWriter() {}

  /** Line by line, without line ends. */
  public static Stream<String> lines(RankedPoll poll) {
    String withdrawn =
        poll.candidates().stream()
            .filter(Candidate::withdrawn)
            .map(candidate -> "-" + candidate.number())
            .collect(Collectors.joining(" "));
    Stream<String> head =
        Stream.of(poll.candidates().size() + " " + poll.seats(), withdrawn, tie(poll.ties()))
            .filter(line -> !line.isEmpty());
    Stream<String> names = poll.candidates().stream().map(Candidate::name);
    return Stream.of(
            head,
            poll.ballots().stream().map(BltWriter::line),
            Stream.of("0"),
            Stream.concat(names, Stream.of(poll.title())).map(Quoted::quote))
        .flatMap(lines -> lines);
  }

  private static String tie(TieOrder ties) {
    return switch (ties.source()) {
      case LISTED -> "";
      case GIVEN, SEEDED -> "[tie " + numbers(ties.order(), " ") + "]";
    };
  }

  private static String line(Ballot ballot) {
    return Stream.concat(
            Stream.of(Long.toString(ballot.weight())),
            Stream.concat(ballot.ranks().stream().map(rank -> numbers(rank, "=")), Stream.of("0")))
        .collect(Collectors.joining(" "));
  }

  private static String numbers(List<Integer> numbers, String separator) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(separator));
  }
}
