package org.answerable.poll;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.answerable.flow.BallotWords;
import org.answerable.platform.keys.KeyRefused;
import org.answerable.platform.keys.PollKeys;
import org.answerable.responselog.Eligible;

/**
 * Which polls are open, in memory. A vote that is decided on what was known before is refused by
 * the database and decided again. Safe for use by many threads.
 */
public final class OpenPolls implements Voting {
  private static final Known NOTHING = new Known(List.of(), List.of());
  private final Polls polls;
  private final Ballots ballots;
  private final PollKeys keys;
  private final BallotBox box;
  private final BallotWords words;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(List<OpenPoll> open, List<OpenPoll> over) {}

  public OpenPolls(Polls polls, Ballots ballots, PollKeys keys, BallotWords words) {
    this.polls = polls;
    this.ballots = ballots;
    this.keys = keys;
    this.box = new BallotBox(keys);
    this.words = words;
  }

  @Override
  public List<OpenPoll> open(String organisation) {
    return known(organisation).open;
  }

  @Override
  public List<OpenPoll> over(String organisation) {
    return known(organisation).over;
  }

  private Known known(String organisation) {
    Known before = known.get(organisation);
    if (before == null) { // the first text after a start may come before the first look
      refresh(organisation);
    }
    return before == null ? known.getOrDefault(organisation, NOTHING) : before;
  }

  @Override
  public Marks marks(String organisation, String poll, Voter who) {
    byte[] voter = box.voter(organisation, poll, who);
    return new Marks(box.receipt(organisation, poll, voter), box.mark(organisation, poll, voter));
  }

  @Override
  public Optional<CastBallot> cast(String organisation, String poll, Voter who) {
    byte[] voter = box.voter(organisation, poll, who);
    return ballots
        .choice(organisation, poll, voter)
        .map(choice -> box.open(organisation, poll, voter, choice));
  }

  @Override
  public void forget(String organisation, UUID who) {
    refresh(organisation);
    for (OpenPoll poll : open(organisation)) {
      try {
        byte[] voter = box.voter(organisation, poll.reference(), new Voter.Person(who));
        ballots.forget(organisation, poll.reference(), voter);
      } catch (KeyRefused over) {
        // it was closed just now, and nothing leads to them any more
      }
    }
  }

  @Override
  public Optional<String> pollOf(String organisation, String code) {
    var holder = new Voter.Holder(code);
    return open(organisation).stream()
        .filter(poll -> poll.terms().eligible() instanceof Eligible.Codes)
        .map(OpenPoll::reference)
        .filter(poll -> ballots.hasCode(organisation, poll, box.voter(organisation, poll, holder)))
        .findFirst();
  }

  @Override
  public void refresh(String organisation) {
    List<Poll> all =
        polls.current(organisation).stream()
            .sorted(
                Comparator.comparing((Poll poll) -> poll.terms().opens())
                    .thenComparing(Poll::reference))
            .toList();
    var now =
        new Known(
            all.stream().filter(poll -> poll.state() == PollState.OPEN).map(this::ready).toList(),
            all.stream()
                .filter(poll -> poll.state() != PollState.OPEN)
                .sorted(
                    Comparator.comparing((Poll poll) -> poll.state() == PollState.CLOSED)
                        .thenComparing(poll -> poll.terms().closes()))
                .map(this::ready)
                .toList());
    known.put(organisation, now);
    keys.keepOnly(organisation, now.open.stream().map(OpenPoll::reference).toList());
  }

  private OpenPoll ready(Poll poll) {
    return new OpenPoll(poll.reference(), poll.terms(), new BallotReader(poll.terms(), words));
  }
}
