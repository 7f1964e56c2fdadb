package org.answerable.ballot.file;

import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.answerable.ballot.Ballot;
import org.answerable.ballot.BudgetPoll;
import org.answerable.ballot.Project;

/**
 * Writes Pabulib's {@code .pb}, as {@link PabulibReader} reads it: a line for each voter, numbered
 * in the order of the ballots. The form has no tie order; whoever recounts needs the seed.
 */
public final class PabulibWriter {
  private PabulibWriter() {}

  /**
   * Line by line, without line ends.
   *
   * @throws IllegalArgumentException for an id with a comma, which divides the ids of a vote
   */
  public static Stream<String> lines(BudgetPoll poll) {
    if (poll.projects().stream().anyMatch(project -> project.id().contains(","))) {
      throw new IllegalArgumentException("a project's id has no comma");
    }
    long voters = poll.ballots().stream().mapToLong(Ballot::weight).sum();
    Stream<String> meta =
        Stream.of(
            "META",
            "key;value",
            "description;" + cell(poll.title()),
            "num_projects;" + poll.projects().size(),
            "num_votes;" + voters,
            "budget;" + poll.budget().toPlainString(),
            "vote_type;approval");
    Stream<String> projects = poll.projects().stream().map(PabulibWriter::line);
    return Stream.of(
            meta,
            Stream.of("PROJECTS", "project_id;cost;name"),
            projects,
            Stream.of("VOTES", "voter_id;vote"),
            votes(poll))
        .flatMap(lines -> lines);
  }

  private static Stream<String> votes(BudgetPoll poll) {
    PrimitiveIterator.OfLong voters = LongStream.iterate(1, voter -> voter + 1).iterator();
    return poll.ballots().stream()
        .flatMap(
            ballot -> {
              String vote = vote(poll.projects(), ballot);
              return LongStream.range(0, ballot.weight())
                  .mapToObj(equal -> voters.nextLong() + ";" + vote);
            });
  }

  private static String vote(List<Project> projects, Ballot ballot) {
    return cell(
        IntStream.range(0, ballot.length())
            .mapToObj(place -> projects.get(ballot.candidate(place) - 1).id())
            .collect(Collectors.joining(",")));
  }

  private static String line(Project project) {
    return cell(project.id()) + ";" + project.cost().toPlainString() + ";" + cell(project.name());
  }

  private static String cell(String text) {
    return text.matches("[^;\"\\r\\n]*") ? text : Quoted.quote(text);
  }
}
