package org.answerable.poll;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerable.responselog.PollTerms;

/** A node that is killed at one step of a close: behind it nothing is done any more. */
final class BreakingPolls implements Polls {
  /** Move, shut, read, part. */
  static final int STEPS = 4;

  private final Polls polls;
  private final int last;
  private int step;

  BreakingPolls(Polls polls, int last) {
    this.polls = polls;
    this.last = last;
  }

  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private <T> T next(T done) {
    if (++step == last) {
      throw new Killed();
    }
    return done;
  }

  @Override
  public boolean shut(Connection tx, Poll poll) throws SQLException {
    return next(polls.shut(tx, poll));
  }

  @Override
  public boolean move(Connection tx, Poll poll, PollState to) throws SQLException {
    return next(polls.move(tx, poll, to));
  }

  @Override
  public List<SealedBallot> take(Connection tx, Poll poll) throws SQLException {
    return next(polls.take(tx, poll));
  }

  @Override
  public void part(Connection tx, Poll poll, List<LooseBallot> ballots) throws SQLException {
    polls.part(tx, poll, ballots);
    next(true);
  }

  @Override
  public boolean add(Poll poll) {
    return polls.add(poll);
  }

  @Override
  public List<Poll> all(String organisation, int limit) {
    return polls.all(organisation, limit);
  }

  @Override
  public Optional<Poll> find(String organisation, String reference) {
    return polls.find(organisation, reference);
  }

  @Override
  public List<Poll> current(String organisation) {
    return polls.current(organisation);
  }

  @Override
  public int count(String organisation, Set<PollState> states) {
    return polls.count(organisation, states);
  }

  @Override
  public boolean wish(Poll poll, Cancelling wish) {
    return polls.wish(poll, wish);
  }

  @Override
  public boolean keep(Poll poll) {
    return polls.keep(poll);
  }

  @Override
  public void reword(Connection tx, Poll poll, PollTerms terms) throws SQLException {
    polls.reword(tx, poll, terms);
  }

  @Override
  public Optional<byte[]> choice(String organisation, String poll, byte[] voter) {
    return polls.choice(organisation, poll, voter);
  }

  @Override
  public void forget(String organisation, String poll, byte[] voter) {
    polls.forget(organisation, poll, voter);
  }

  @Override
  public List<Poll> toOpen(String organisation, LocalDate today) {
    return polls.toOpen(organisation, today);
  }

  @Override
  public List<Poll> toClose(String organisation, LocalDate today) {
    return polls.toClose(organisation, today);
  }

  @Override
  public List<String> over(String organisation, Collection<String> references) {
    return polls.over(organisation, references);
  }

  @Override
  public boolean discard(Poll poll) {
    return polls.discard(poll);
  }

  @Override
  public boolean addCodes(Connection tx, Poll poll, List<byte[]> voters) throws SQLException {
    return polls.addCodes(tx, poll, voters);
  }

  @Override
  public boolean hasCodes(Poll poll) {
    return polls.hasCodes(poll);
  }

  @Override
  public boolean hasCode(String organisation, String poll, byte[] voter) {
    return polls.hasCode(organisation, poll, voter);
  }

  @Override
  public void open(Connection tx, Poll poll) throws SQLException {
    polls.open(tx, poll);
  }
}
