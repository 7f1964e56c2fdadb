package org.answerable.poll;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.leader.Leader;
import org.answerable.leader.Problem;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.PollKeys;
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

  SettingUp(
      Databases databases,
      Polls polls,
      PollKeys keys,
      Closing closing,
      Staging staging,
      Ids ids,
      PollTexts texts) {
    this.databases = databases;
    this.polls = polls;
    this.keys = keys;
    this.closing = closing;
    this.staging = staging;
    this.ids = ids;
    this.texts = texts;
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

  /** What a basic phone shows to who sends VOTE. */
  public String preview(PollTerms terms, Organisation organisation, String language) {
    return texts.asked(organisation, terms, language);
  }
}
