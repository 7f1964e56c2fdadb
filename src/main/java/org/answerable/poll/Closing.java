package org.answerable.poll;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.answerable.ballot.Tally;
import org.answerable.organisation.Deadlines;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.Sha256;
import org.answerable.platform.keys.PollKeys;
import org.answerable.poll.Ballots.LooseBallot;
import org.answerable.poll.Ballots.SealedBallot;
import org.answerable.poll.Uncounted.Counts;
import org.answerable.responselog.Content;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.Entry;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.Receipt;
import org.answerable.responselog.Staging;
import org.jspecify.annotations.Nullable;

/**
 * Ends a poll, once, on whatever node and however often it is tried: in one transaction voters and
 * ballots are parted, the ballots counted and the result left for the log; after its commit the key
 * is destroyed that joined the two. A node that is killed before the commit has done nothing, one
 * that is killed after it leaves the key to the next sweep.
 */
public final class Closing {
  private final Databases databases;
  private final Polls polls;
  private final Ballots ballots;
  private final PollKeys keys;
  private final BallotBox box;
  private final Electorate electorate;
  private final Priorities priorities;
  private final Uncounted uncounted;
  private final Staging staging;
  private final Ids ids;

  Closing(
      Databases databases,
      Polls polls,
      Ballots ballots,
      PollKeys keys,
      Electorate electorate,
      Priorities priorities,
      Uncounted uncounted,
      Staging staging,
      Ids ids) {
    this.databases = databases;
    this.polls = polls;
    this.ballots = ballots;
    this.keys = keys;
    this.box = new BallotBox(keys);
    this.priorities = priorities;
    this.uncounted = uncounted;
    this.electorate = electorate;
    this.staging = staging;
    this.ids = ids;
  }

  /**
   * Closes and counts.
   *
   * @return false: it was not open any more
   * @throws org.answerable.platform.keys.KeyRefused when its key is gone: then it can be cancelled
   */
  public boolean close(Organisation organisation, Poll poll, LocalDate today) throws SQLException {
    OptionalInt eligible = eligible(organisation, poll.terms().eligible());
    boolean closed =
        databases.inTransaction(Login.POLL, tx -> close(tx, organisation, poll, eligible, today));
    if (closed) {
      keys.destroy(organisation.id(), poll.reference());
    }
    return closed;
  }

  /**
   * Ends without a count: no vote of it is kept. As in {@link #close} the poll's own row comes
   * first: whoever opens, closes or cancels it at the same moment waits there.
   *
   * @param reason public
   * @return false: it is over, or was never agreed to
   */
  public boolean cancel(Poll poll, String reason, LocalDate today) throws SQLException {
    boolean cancelled =
        databases.inTransaction(
            Login.POLL,
            tx -> {
              if (!polls.move(tx, poll, PollState.CANCELLED)) {
                return false;
              }
              ballots.shut(tx, poll);
              ballots.part(tx, poll, List.of());
              uncounted.drop(tx, poll);
              var why = new Content(ids.salt(), reason);
              stage(tx, poll, today, new PollNews.Cancelled(why.hash()), List.of(why));
              return true;
            });
    if (cancelled) {
      keys.destroy(poll.organisation(), poll.reference());
    }
    return cancelled;
  }

  /**
   * Says how many votes came late, in whole steps; none is counted any more. Of a poll of which
   * that was said nothing changes.
   */
  void tellLate(String organisation, String poll, LocalDate today) throws SQLException {
    databases.inTransaction(
        Login.POLL,
        tx -> {
          OptionalInt late = uncounted.takeLate(tx, organisation, poll);
          if (late.isPresent()) {
            var news = new PollNews.Late(Suppression.STEPS.text(late.getAsInt()));
            staging.stage(tx, organisation, new Entry.OfPoll(today, poll, news), List.of());
          }
          return late.isPresent();
        });
  }

  /** Asked before anything is held up. Who was forgotten meanwhile is not among them. */
  private OptionalInt eligible(Organisation organisation, Eligible who) {
    return switch (who) {
      case Eligible.Anybody all -> OptionalInt.empty();
      case Eligible.WroteBefore(LocalDate day) ->
          OptionalInt.of(electorate.wroteBefore(organisation, day));
      case Eligible.Codes codes -> OptionalInt.of(codes.printed());
    };
  }

  private boolean close(
      Connection tx, Organisation organisation, Poll poll, OptionalInt eligible, LocalDate today)
      throws SQLException {
    if (!polls.move(tx, poll, PollState.CLOSED) || !ballots.shut(tx, poll)) {
      return false;
    }
    List<SealedBallot> live = ballots.take(tx, poll);
    List<String> lines = live.stream().map(one -> open(poll, one)).toList();
    List<String> receipts = live.stream().map(one -> receipt(poll, one)).sorted().toList();
    ballots.part(tx, poll, shuffled(lines));
    byte[] secret = keys.tieSecret(poll.organisation(), poll.reference());
    Count count = new Count(poll.terms(), lines, secret, organisation.defaultLanguage());
    Disclosure disclosure = Disclosure.of(poll.terms(), lines, eligible);
    Tally tally = count.tally();
    LocalDate answerBy = addPriorities(tx, organisation, poll, today, tally);
    Counts aside = takeUncounted(tx, poll);
    if (disclosure == Disclosure.WINNER) {
      uncounted.drop(tx, poll);
    } else {
      uncounted.heedLate(tx, poll);
    }
    publish(
        tx, poll, today, new Result(count, tally, disclosure, receipts, aside, answerBy, eligible));
    return true;
  }

  private Counts takeUncounted(Connection tx, Poll poll) throws SQLException {
    return uncounted.take(tx, poll).stream()
        .map(one -> box.open(poll.organisation(), poll.reference(), one.batch(), one.counts()))
        .reduce(Counts.NONE, Counts::plus);
  }

  /** Null: there are none. */
  private @Nullable LocalDate addPriorities(
      Connection tx, Organisation organisation, Poll poll, LocalDate today, Tally tally)
      throws SQLException {
    List<Integer> chosen =
        tally.outcome().winners().stream().limit(poll.terms().priorities()).toList();
    if (chosen.isEmpty()) {
      return null;
    }
    LocalDate due = new Deadlines(organisation).after(today, PollLimits.ANSWER_WORKING_DAYS);
    priorities.add(tx, poll, chosen, due);
    return due;
  }

  private String open(Poll poll, SealedBallot one) {
    return box.open(poll.organisation(), poll.reference(), one.voter(), one.choice()).line();
  }

  private String receipt(Poll poll, SealedBallot one) {
    return box.receipt(poll.organisation(), poll.reference(), one.voter());
  }

  /** Random ids are drawn from a cryptographic generator, and the rows written in their order. */
  private List<LooseBallot> shuffled(List<String> lines) {
    return lines.stream()
        .map(line -> new LooseBallot(ids.uuid(), line))
        .sorted(Comparator.comparing(LooseBallot::id))
        .toList();
  }

  /** What is known of a poll once it is counted. */
  private record Result(
      Count count,
      Tally tally,
      Disclosure disclosure,
      List<String> receipts,
      Counts uncounted,
      @Nullable LocalDate answerBy,
      OptionalInt eligible) {
    @Override
    public String toString() {
      return "Result[redacted]";
    }

    Figures figures() {
      return Figuring.of(
          tally,
          count.terms().method(),
          count.terms().options().size(),
          receipts.size(),
          disclosure == Disclosure.BALLOTS);
    }

    PollNews.Tallied told(byte[] figures) {
      List<Integer> winners = tally.outcome().winners();
      return disclosure == Disclosure.WINNER
          ? new PollNews.Tallied(
              disclosure.word(), null, winners, Optional.empty(), answerBy, null, null)
          : new PollNews.Tallied(
              disclosure.word(),
              receipts.size(),
              winners,
              Optional.of(figures),
              answerBy,
              told(),
              couldVote());
    }

    /** How many codes were printed is announced before; of anybody nobody knows how many. */
    private @Nullable String couldVote() {
      return count.terms().eligible() instanceof Eligible.WroteBefore && eligible.isPresent()
          ? Suppression.STEPS.text(eligible.getAsInt())
          : null;
    }

    /** In steps where each ballot is public, too: "0" would tell that nobody voted again. */
    private PollNews.Uncounted told() {
      return new PollNews.Uncounted(
          Suppression.STEPS.text(uncounted.replaced()),
          Suppression.STEPS.text(uncounted.invalid()));
    }
  }

  private void publish(Connection tx, Poll poll, LocalDate today, Result result)
      throws SQLException {
    Content listed = new Content(ids.salt(), result.count.list());
    Content counted =
        new Content(
            ids.salt(),
            result.receipts.stream()
                .map(one -> Receipt.shown(one) + "\n")
                .collect(Collectors.joining()));
    Content figures = new Content(ids.salt(), result.figures().json());
    var closed = new PollNews.Closed(listed.hash(), counted.hash(), result.count.tieSecret());
    PollNews.Tallied tallied = result.told(figures.hash());
    switch (result.disclosure) {
      case BALLOTS -> {
        stage(tx, poll, today, closed, List.of(listed, counted));
        stage(tx, poll, today, tallied, List.of(figures));
      }
      case FIGURES -> {
        stage(tx, poll, today, closed, List.of(counted));
        stage(tx, poll, today, tallied, List.of(figures));
      }
      case WINNER -> {
        stage(tx, poll, today, closed, List.of());
        stage(tx, poll, today, tallied, List.of());
      }
    }
  }

  private void stage(
      Connection tx, Poll poll, LocalDate today, PollNews news, List<Content> contents)
      throws SQLException {
    var entry = new Entry.OfPoll(today, poll.reference(), news);
    staging.stage(tx, poll.organisation(), entry, contents);
  }

  static byte[] tieHash(byte[] secret) {
    return Sha256.of(secret);
  }
}
