package org.answerable.conversation.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.answerable.channel.Manner;
import org.answerable.conversation.decision.PollFacts.Edits;
import org.answerable.conversation.decision.PollFacts.Mine;
import org.answerable.flow.BallotWords;
import org.answerable.poll.BallotCast;
import org.answerable.poll.BallotReader;
import org.answerable.poll.CastBallot;
import org.answerable.poll.OpenPoll;
import org.answerable.poll.Voter;
import org.answerable.poll.Voting;
import org.answerable.poll.VotingCode;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.PollTerms;
import org.jspecify.annotations.Nullable;

/** Polls that are open because a test says so; each voter's receipt is 1357-2468. */
public final class OpenPollsOfTests implements Voting {
  private static final String CODE = "K7QM3XWD9";
  private final Map<String, CastBallot> cast = new HashMap<>();
  private List<OpenPoll> open = List.of();
  private List<OpenPoll> over = List.of();
  private Edits edits = new Edits.Nothing();
  private int ended;

  public void set(BallotWords words, PollTerms... terms) {
    open =
        IntStream.range(0, terms.length)
            .mapToObj(
                place ->
                    new OpenPoll(
                        "PQRS-000" + (ended + place + 2),
                        terms[place],
                        new BallotReader(terms[place], words)))
            .toList();
  }

  /** Those that are open are over. */
  void end() {
    over = open;
    ended += open.size();
    open = List.of();
  }

  /** What is known of whoever holds a code: of this one, where a poll takes codes. */
  Facts.@Nullable Coded coded(String code) {
    return code.equals(CODE)
        ? open.stream()
            .filter(poll -> poll.terms().eligible() instanceof Eligible.Codes)
            .findFirst()
            .map(poll -> new Facts.Coded(poll.reference(), new Mine("13572468", "", null)))
            .orElse(null)
        : null;
  }

  String code() {
    return VotingCode.shown(CODE);
  }

  void edits(Edits what) {
    edits = what;
  }

  void noted(Decision decision) {
    decision.effects().stream()
        .filter(BallotCast.class::isInstance)
        .map(BallotCast.class::cast)
        .forEach(one -> cast.put(one.poll(), one.ballot()));
  }

  PollFacts facts(Manner manner) {
    @Nullable Instant sent = manner instanceof Manner.Late(Instant at) ? at : null;
    Map<String, Mine> mine = new HashMap<>();
    open.forEach(
        poll ->
            mine.put(
                poll.reference(),
                new Mine("13572468", "mark " + poll.reference(), cast.get(poll.reference()))));
    return new PollFacts(open, over, mine, sent, edits);
  }

  @Override
  public List<OpenPoll> open(String organisation) {
    return open;
  }

  @Override
  public List<OpenPoll> over(String organisation) {
    return over;
  }

  @Override
  public Marks marks(String organisation, String poll, Voter voter) {
    return new Marks("13572468", "mark " + poll);
  }

  @Override
  public Optional<CastBallot> cast(String organisation, String poll, Voter voter) {
    return Optional.ofNullable(cast.get(poll));
  }

  @Override
  public Optional<String> pollOf(String organisation, String code) {
    return Optional.ofNullable(coded(code)).map(Facts.Coded::poll);
  }

  @Override
  public void forget(String organisation, UUID who) {
    cast.clear();
  }

  @Override
  public void refresh(String organisation) {}
}
