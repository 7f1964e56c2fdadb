package org.answerable.poll;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.answerable.flow.BallotWords;
import org.answerable.platform.keys.PollKeys;
import org.answerable.responselog.Eligible;

/**
 * Which polls are open, in memory. A vote that is decided on what was known before is refused by
 * the database and decided again. Safe for use by many threads.
 */
public final class OpenPolls implements Voting {
  private final Polls polls;
  private final PollKeys keys;
  private final BallotBox box;
  private final BallotWords words;
  private final Map<String, List<OpenPoll>> known = new ConcurrentHashMap<>();

  public OpenPolls(Polls polls, PollKeys keys, BallotWords words) {
    this.polls = polls;
    this.keys = keys;
    this.box = new BallotBox(keys);
    this.words = words;
  }

  @Override
  public List<OpenPoll> open(String organisation) {
    List<OpenPoll> open = known.get(organisation);
    if (open == null) { // the first text after a start may come before the first look
      refresh(organisation);
    }
    return open == null ? known.getOrDefault(organisation, List.of()) : open;
  }

  @Override
  public String receipt(String organisation, String poll, Voter voter) {
    return box.receipt(organisation, poll, box.voter(organisation, poll, voter));
  }

  @Override
  public Optional<String> pollOf(String organisation, String code) {
    var holder = new Voter.Holder(code);
    return open(organisation).stream()
        .filter(poll -> poll.terms().eligible() instanceof Eligible.Codes)
        .map(OpenPoll::reference)
        .filter(poll -> polls.hasCode(organisation, poll, box.voter(organisation, poll, holder)))
        .findFirst();
  }

  @Override
  public void refresh(String organisation) {
    List<OpenPoll> open =
        polls.open(organisation).stream()
            .sorted(
                Comparator.comparing((Poll poll) -> poll.terms().opens())
                    .thenComparing(Poll::reference))
            .map(
                poll ->
                    new OpenPoll(
                        poll.reference(), poll.terms(), new BallotReader(poll.terms(), words)))
            .toList();
    known.put(organisation, open);
    keys.keepOnly(organisation, open.stream().map(OpenPoll::reference).toList());
  }
}
