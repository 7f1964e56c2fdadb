package org.answerable.poll;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.answerable.leader.Accounts;
import org.answerable.leader.Leader;
import org.answerable.leader.Problem;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.PollKeys;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.Entry;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.Proposals;
import org.answerable.responselog.Proposals.Proposal;
import org.answerable.responselog.Staging;

/**
 * What leaders do with polls. One sets a poll up, another agrees, and with that it stands in the
 * log and can't be changed; until its last day is over two can cancel it, with a public reason.
 * Nobody is the second to who let them in, or to whom they let in: an account that somebody made
 * for themselves is no other person.
 */
public final class SettingUp {
  private static final Set<PollState> RUNNING = Set.of(PollState.AGREED, PollState.OPEN);
  private final Databases databases;
  private final Accounts accounts;
  private final Polls polls;
  private final PollKeys keys;
  private final Closing closing;
  private final Staging staging;
  private final Ids ids;
  private final PollTexts texts;
  private final PollSteps steps;
  private final Proposals proposals;

  SettingUp(
      Databases databases,
      Accounts accounts,
      Polls polls,
      PollKeys keys,
      Closing closing,
      Staging staging,
      Ids ids,
      PollTexts texts,
      PollSteps steps,
      Proposals proposals) {
    this.databases = databases;
    this.accounts = accounts;
    this.polls = polls;
    this.keys = keys;
    this.closing = closing;
    this.staging = staging;
    this.ids = ids;
    this.texts = texts;
    this.steps = steps;
    this.proposals = proposals;
  }

  /** What came of a leader's wish. */
  public enum Done {
    DONE,
    /** Nobody agrees to what they set up or wished themselves. */
    OWN,
    /** Nor to what somebody did who let them in, or whom they let in. */
    KIN,
    /** Too little time is left until its last day, or none. */
    LATE,
    /** As many run, or wait, as may at a time. */
    MANY,
    /** A proposal is due since, and it says nothing of that. */
    DUE,
    /** Somebody was faster, or it is past that. */
    MOVED
  }

  public List<Poll> all(Leader leader) {
    return polls.all(leader.organisation(), PollLimits.LISTED);
  }

  public Optional<Poll> find(Leader leader, String reference) {
    return polls.find(leader.organisation(), reference);
  }

  /** Whether one more may wait for somebody to agree. */
  public boolean hasRoom(Leader leader) {
    return polls.count(leader.organisation(), Set.of(PollState.WAITING)) < PollLimits.WAITING;
  }

  /** Keeps terms that have no problems for another leader to look at. */
  public Poll setUp(Leader leader, PollTerms terms, LocalDate today) {
    List<UUID> line = accounts.line(leader.organisation(), leader.account());
    Poll poll;
    do {
      poll =
          new Poll(
              leader.organisation(),
              ids.reference(),
              terms,
              PollState.WAITING,
              leader.account(),
              line,
              today,
              null);
    } while (!polls.add(poll));
    return poll;
  }

  /**
   * The second pair of eyes. The key is made first: one without its poll is in nobody's way.
   *
   * @param today on which day the log says that it is announced
   */
  public Done agree(Leader leader, Poll poll, LocalDate today) throws SQLException {
    Done second = second(leader, poll.setUpBy(), poll.line());
    if (second != Done.DONE) {
      return second;
    }
    if (poll.state() != PollState.WAITING) {
      return Done.MOVED;
    }
    if (today.isAfter(poll.terms().opens())
        || today.plus(PollLimits.NOTICE).isAfter(poll.terms().closes())) {
      return Done.LATE;
    }
    if (polls.count(poll.organisation(), RUNNING) >= PollLimits.RUNNING) {
      return Done.MANY;
    }
    if (passesOver(poll, today)) {
      return Done.DUE;
    }
    return announce(poll, today) ? Done.DONE : Done.MOVED;
  }

  /** Whether a proposal is due since it was set up, of which it says nothing. */
  public boolean passesOver(Poll poll, LocalDate today) {
    List<Proposal> due = proposals.due(poll.organisation(), today);
    return PlacingCheck.passesOver(poll.terms(), due, today);
  }

  /** What members support enough, so that it is due on the next poll. */
  public List<Proposal> due(Leader leader, LocalDate today) {
    return proposals.due(leader.organisation(), today);
  }

  private boolean announce(Poll poll, LocalDate today) throws SQLException {
    keys.make(poll.organisation(), poll.reference());
    byte[] secret = keys.tieSecret(poll.organisation(), poll.reference());
    Worded worded = Worded.of(poll.terms(), ids);
    var news = new PollNews.Announced(poll.terms(), worded.hashes(), Closing.tieHash(secret));
    var entry = new Entry.OfPoll(today, poll.reference(), news);
    return databases.inTransaction(
        Login.POLL,
        tx -> {
          boolean moved = polls.move(tx, poll, PollState.AGREED);
          if (moved) {
            staging.stage(tx, poll.organisation(), entry, worded.contents());
          }
          return moved;
        });
  }

  /** Whether a leader is somebody else than the one who did something. */
  public Done second(Leader leader, UUID first, List<UUID> line) {
    return second(leader.organisation(), leader.account(), first, line);
  }

  private Done second(String organisation, UUID account, UUID first, List<UUID> line) {
    if (account.equals(first)) {
      return Done.OWN;
    }
    boolean kin = line.contains(account) || accounts.line(organisation, account).contains(first);
    return kin ? Done.KIN : Done.DONE;
  }

  /** Whether nobody who signs in may be the second to who did something. */
  public boolean lacksSecond(String organisation, UUID first, List<UUID> line) {
    return accounts.of(organisation).stream()
        .noneMatch(other -> second(organisation, other.account(), first, line) == Done.DONE);
  }

  /**
   * Makes the codes of a poll that takes some, once: whoever asks first gets them, and only their
   * hashes are kept.
   *
   * @return empty: they were made, it takes none, or it is not announced
   */
  public Optional<List<String>> makeCodes(Poll poll) throws SQLException {
    if (!(poll.terms().eligible() instanceof Eligible.Codes wanted) || !awaitsCodes(poll)) {
      return Optional.empty();
    }
    var box = new BallotBox(keys);
    Set<String> codes = new LinkedHashSet<>();
    while (codes.size() < wanted.printed()) {
      codes.add(VotingCode.random(ids));
    }
    boolean added =
        databases.inTransaction(Login.POLL, tx -> polls.addCodes(tx, poll, tags(box, poll, codes)));
    return added ? Optional.of(List.copyOf(codes)) : Optional.empty();
  }

  private static List<byte[]> tags(BallotBox box, Poll poll, Set<String> codes) {
    return codes.stream()
        .map(code -> box.voter(poll.organisation(), poll.reference(), new Voter.Holder(code)))
        .toList();
  }

  /** Whether codes are still to be made. */
  public boolean awaitsCodes(Poll poll) {
    boolean running = poll.state() == PollState.AGREED || poll.state() == PollState.OPEN;
    return running && poll.terms().eligible() instanceof Eligible.Codes && !polls.hasCodes(poll);
  }

  /** Takes back what nobody has agreed to. */
  public Done discard(Poll poll) {
    return polls.discard(poll) ? Done.DONE : Done.MOVED;
  }

  /** Wishes that it ends without a count; somebody else has to agree. */
  public Done askToCancel(Leader leader, Poll poll, String reason, LocalDate today) {
    if (!isCancellable(poll, today)) {
      return Done.LATE;
    }
    List<UUID> line = accounts.line(leader.organisation(), leader.account());
    var wish = new Cancelling(leader.account(), line, reason);
    return polls.wish(poll, wish) ? Done.DONE : Done.MOVED;
  }

  /** Takes the wish back. */
  public Done keep(Poll poll) {
    return polls.keep(poll) ? Done.DONE : Done.MOVED;
  }

  /** Ends what was announced, without a count, as somebody else wished. */
  public Done cancel(Leader leader, Poll poll, LocalDate today) throws SQLException {
    Cancelling wish = poll.cancelling();
    if (wish == null) {
      return Done.MOVED;
    }
    Done second = second(leader, wish.by(), wish.line());
    if (second != Done.DONE) {
      return second;
    }
    if (!isCancellable(poll, today)) {
      return Done.LATE;
    }
    return closing.cancel(poll, wish.reason(), today) ? Done.DONE : Done.MOVED;
  }

  /**
   * Nobody may end a vote because of how it might have gone: after its last day it is counted. Only
   * where it never opened, or its key is lost, there is nothing to count.
   */
  public boolean isCancellable(Poll poll, LocalDate today) {
    return switch (poll.state()) {
      case AGREED -> true;
      case OPEN ->
          !today.isAfter(poll.terms().closes())
              || !keys.polls(poll.organisation()).contains(poll.reference());
      case WAITING, CLOSED, CANCELLED -> false;
    };
  }

  /** What keeps terms from being taken. */
  public List<Problem> problems(PollTerms terms, Organisation organisation, LocalDate today) {
    List<Problem> problems =
        new ArrayList<>(new TermsCheck(terms, organisation, texts).problems(today));
    problems.addAll(
        new PlacingCheck(terms, organisation).problems(proposals.due(organisation.id(), today)));
    return problems;
  }

  /** Whether phones could get a text of it, though perhaps one that costs too much. */
  public boolean isWhole(PollTerms terms, Organisation organisation, LocalDate today) {
    return new TermsCheck(terms, organisation, texts).lacks(today).isEmpty();
  }

  /** How many want to hear of polls, in steps, as of the last slot. */
  public int subscribers(Leader leader) {
    return steps.subscribers(leader.organisation());
  }

  /** What a basic phone shows to who sends VOTE. */
  public String preview(PollTerms terms, Organisation organisation, String language) {
    return texts.asked(organisation, terms, language);
  }
}
