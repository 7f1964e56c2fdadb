package org.answerable.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.answerable.flow.BallotWords;
import org.answerable.poll.BallotReader;
import org.answerable.poll.OpenPoll;
import org.answerable.poll.Voter;
import org.answerable.poll.Voting;
import org.answerable.poll.VotingCode;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.PollTerms;

/** Polls that are open because a test says so; each voter's receipt is 1357-2468. */
final class OpenPollsOfTests implements Voting {
  private static final String CODE = "K7QM3XWD9";
  private List<OpenPoll> open = List.of();

  void set(BallotWords words, PollTerms... terms) {
    open =
        IntStream.range(0, terms.length)
            .mapToObj(
                place ->
                    new OpenPoll(
                        "PQRS-000" + (place + 2),
                        terms[place],
                        new BallotReader(terms[place], words)))
            .toList();
  }

  @Override
  public List<OpenPoll> open(String organisation) {
    return open;
  }

  @Override
  public String receipt(String organisation, String poll, Voter voter) {
    return "13572468";
  }

  @Override
  public Optional<String> pollOf(String organisation, String code) {
    return code.equals(CODE)
        ? open.stream()
            .filter(poll -> poll.terms().eligible() instanceof Eligible.Codes)
            .map(OpenPoll::reference)
            .findFirst()
        : Optional.empty();
  }

  String code() {
    return VotingCode.shown(CODE);
  }

  @Override
  public void refresh(String organisation) {}
}
