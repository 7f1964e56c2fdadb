package org.answerable.poll;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.answerable.responselog.Staging;

/**
 * What leaders do with polls. One sets a poll up, another agrees, and with that it stands in the
 * log and can't be changed; until it is over it can be cancelled, with a public reason.
 */
public final class SettingUp {
  private final Databases databases;
  private final Polls polls;
  private final PollKeys keys;
  private final Closing closing;
  private final Staging staging;
  private final Ids ids;
  private final PollTexts texts;
  private final PollSteps steps;

  SettingUp(
      Databases databases,
      Polls polls,
      PollKeys keys,
      Closing closing,
      Staging staging,
      Ids ids,
      PollTexts texts,
      PollSteps steps) {
    this.databases = databases;
    this.polls = polls;
    this.keys = keys;
    this.closing = closing;
    this.staging = staging;
    this.ids = ids;
    this.texts = texts;
    this.steps = steps;
  }

  /** What came of a leader's wish. */
  public enum Done {
    DONE,
    /** Nobody agrees to what they set up themselves. */
    OWN,
    /** Somebody was faster, or it is past that. */
    MOVED
  }

  public List<Poll> all(Leader leader) {
    return polls.all(leader.organisation(), PollLimits.LISTED);
  }

  public Optional<Poll> find(Leader leader, String reference) {
    return polls.find(leader.organisation(), reference);
  }

  /** Keeps terms that have no problems for another leader to look at. */
  public Poll propose(Leader leader, PollTerms terms, LocalDate today) {
    Poll poll;
    do {
      poll =
          new Poll(
              leader.organisation(),
              ids.reference(),
              terms,
              PollState.PROPOSED,
              leader.account(),
              today);
    } while (!polls.add(poll));
    return poll;
  }

  /**
   * The second pair of eyes. The key is made first: one without its poll is in nobody's way.
   *
   * @param today on which day the log says that it is announced
   */
  public Done agree(Leader leader, Poll poll, LocalDate today) throws SQLException {
    if (poll.proposed().equals(leader.account())) {
      return Done.OWN;
    }
    if (poll.state() != PollState.PROPOSED || poll.terms().closes().isBefore(today)) {
      return Done.MOVED;
    }
    keys.make(poll.organisation(), poll.reference());
    byte[] secret = keys.tieSecret(poll.organisation(), poll.reference());
    var news = new PollNews.Announced(poll.terms(), Closing.tieHash(secret));
    var entry = new Entry.OfPoll(today, poll.reference(), news);
    boolean agreed =
        databases.inTransaction(
            Login.POLL,
            tx -> {
              if (!polls.move(tx, poll, PollState.AGREED)) {
                return false;
              }
              staging.stage(tx, poll.organisation(), entry, List.of());
              return true;
            });
    return agreed ? Done.DONE : Done.MOVED;
  }

  /**
   * Makes the codes of a poll that takes some, once: whoever asks first gets them, and only their
   * hashes are kept.
   *
   * @return empty: they were made, it takes none, or it is not announced
   */
  public Optional<List<String>> makeCodes(Poll poll) throws SQLException {
    if (!(poll.terms().eligible() instanceof Eligible.Codes wanted)) {
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

  /** Ends what was announced, without a count. */
  public Done cancel(Poll poll, String reason, LocalDate today) throws SQLException {
    return closing.cancel(poll, reason, today) ? Done.DONE : Done.MOVED;
  }

  /** What keeps terms from being taken. */
  public List<Problem> problems(PollTerms terms, Organisation organisation, LocalDate today) {
    return new TermsCheck(terms, organisation, texts).problems(today);
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
