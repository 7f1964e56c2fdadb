package org.answerable.poll;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.poll.PublishedPriority.Written;
import org.answerable.responselog.Entry;
import org.answerable.responselog.PollHashes;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.RedactionReason;
import org.answerable.responselog.Staging;

/**
 * Removes a text of a poll that is over, or what leaders wrote about what it chose: from the public
 * pages and from its own table, in one transaction with the entry that says why. Its salted hash
 * stays in the log.
 */
public final class Removing {
  /** A text of a poll, as forms call it: an option by its number. */
  public static final String QUESTION = "question";

  public static final String ASKED_BY = "asked-by";
  public static final String REASON = "reason";

  /** Why a proposal is left out; its reference follows. */
  public static final String LEFT_OUT = "left-out-";

  private final Databases databases;
  private final Polls polls;
  private final PublishedPolls published;
  private final Staging staging;

  Removing(Databases databases, Polls polls, PublishedPolls published, Staging staging) {
    this.databases = databases;
    this.polls = polls;
    this.published = published;
    this.staging = staging;
  }

  /**
   * Removes one.
   *
   * @param which {@link #QUESTION}, {@link #ASKED_BY}, {@link #REASON} of cancelling, an option's
   *     number, {@link #LEFT_OUT} with a proposal's reference, or the value of one {@link #written}
   * @return false: there is no such text, it is removed already, or the poll is not over in public
   */
  public boolean remove(Poll poll, String which, RedactionReason reason, LocalDate today)
      throws SQLException {
    Optional<PublishedPoll> found = published.find(poll.organisation(), poll.reference());
    Optional<byte[]> of = found.filter(PublishedPoll::isOver).flatMap(it -> hash(it, which));
    if (of.isEmpty()) {
      return false;
    }
    var entry = new Entry.OfPoll(today, poll.reference(), new PollNews.Removed(of.get(), reason));
    return databases.inTransaction(
        Login.POLL,
        tx -> {
          boolean first = polls.remove(tx, poll, of.get(), terms -> without(terms, which));
          if (first) {
            staging.stage(tx, poll.organisation(), List.of(entry));
          }
          return first;
        });
  }

  /**
   * A text that leaders wrote about what a poll chose.
   *
   * @param which what forms call it: {@code answer-3}
   */
  public record WrittenText(String which, int option, Written written, byte[] hash) {}

  /** Those that are still there. */
  public List<WrittenText> written(Poll poll) {
    List<byte[]> removed = polls.removed(poll);
    return published.find(poll.organisation(), poll.reference()).stream()
        .flatMap(one -> written(one).stream())
        .filter(text -> removed.stream().noneMatch(hash -> Arrays.equals(hash, text.hash)))
        .toList();
  }

  private static List<WrittenText> written(PublishedPoll poll) {
    List<WrittenText> all = new ArrayList<>();
    for (PublishedPriority one : poll.priorities()) {
      for (Written written : Written.values()) {
        byte[] hash = one.hashes().get(written);
        if (hash != null) {
          String word = written.name().toLowerCase(Locale.ROOT);
          all.add(new WrittenText(word + "-" + one.option(), one.option(), written, hash));
        }
      }
    }
    return all;
  }

  private static Optional<byte[]> hash(PublishedPoll poll, String which) {
    PollHashes words = poll.announced().words();
    return switch (which) {
      case QUESTION -> Optional.of(words.question());
      case ASKED_BY -> Optional.of(words.askedBy());
      case REASON -> Optional.ofNullable(poll.cancelled()).map(PollNews.Cancelled::reason);
      default ->
          option(which, words.labels().size())
              .map(place -> words.labels().get(place))
              .or(() -> leftOut(poll.terms(), which).map(place -> words.reasons().get(place)))
              .or(() -> written(poll, which));
    };
  }

  private static Optional<byte[]> written(PublishedPoll poll, String which) {
    return written(poll).stream()
        .filter(text -> text.which.equals(which))
        .map(WrittenText::hash)
        .findFirst();
  }

  private static PollTerms without(PollTerms terms, String which) {
    List<Map<String, String>> labels = new ArrayList<>();
    terms.options().forEach(option -> labels.add(option.labels()));
    option(which, labels.size()).ifPresent(place -> labels.set(place, Map.of()));
    List<Map<String, String>> reasons = new ArrayList<>();
    terms.leftOut().forEach(one -> reasons.add(one.reason()));
    leftOut(terms, which).ifPresent(place -> reasons.set(place, Map.of()));
    return terms.saying(
        which.equals(QUESTION) ? Map.of() : terms.question(),
        labels,
        which.equals(ASKED_BY) ? "" : terms.askedBy(),
        reasons);
  }

  private static Optional<Integer> leftOut(PollTerms terms, String which) {
    return IntStream.range(0, terms.leftOut().size())
        .filter(place -> which.equals(LEFT_OUT + terms.leftOut().get(place).reference()))
        .boxed()
        .findFirst();
  }

  private static Optional<Integer> option(String which, int options) {
    return Optional.of(which)
        .filter(digit -> digit.matches("[1-9]"))
        .map(digit -> Integer.parseInt(digit) - 1)
        .filter(place -> place < options);
  }
}
