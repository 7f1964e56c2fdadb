package org.answerable.audit;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.answerable.tlog.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What entries say of polls: announced once and before all else, then cancelled, or closed after
 * the last day with the secret that was announced, and counted once.
 */
final class Polls {
  /** Words of how much of a result is shown. */
  private static final String BALLOTS = "ballots";

  private static final String FIGURES = "figures";
  private static final String WINNER = "winner";

  /** Of votes that do not count: whole steps of ten. */
  private static final Pattern STEPS = Pattern.compile("<10|[1-9]\\d{0,6}0\\+");

  /** So long after the last day votes are counted as late. */
  private static final Period LATE_FOR = Period.ofDays(7);

  private final Proposals proposals = new Proposals();
  private final Map<String, Poll> polls = new LinkedHashMap<>();
  private int removed;
  private int recounted;
  private int uncounted;

  /** One poll, as far as the entries tell. */
  private static final class Poll {
    private final LogEntry announced;
    private final int options;
    private final LocalDate closes;
    private final Hash tieHash;
    private final boolean obliges;
    private final List<PublishedText> texts = new ArrayList<>();
    private boolean cancelled;
    private @Nullable LogEntry closed;
    private @Nullable Result result;
    private boolean late;

    Poll(LogEntry announced) throws Finding {
      this.announced = announced;
      this.options = announced.size("options");
      this.closes = announced.day("closes");
      this.tieHash = announced.hash("tieHash");
      this.obliges = announced.number("priorities") > 0;
    }
  }

  /**
   * How it ended.
   *
   * @param ballots null: they are not shown
   * @param receipts null: they are not shown
   * @param votes null: not told
   * @param place of the entry that closed it
   */
  private record Result(
      @Nullable Hash ballots,
      @Nullable Hash receipts,
      @Nullable Integer votes,
      List<Integer> winners,
      LogEntry tally,
      Hash tieSecret,
      String place) {}

  boolean has(String reference) {
    return polls.containsKey(reference);
  }

  int size() {
    return polls.size();
  }

  /** Those whose last day was over by a day, and of which nobody says how they went. */
  long unended(LocalDate day) {
    return polls.values().stream()
        .filter(poll -> !poll.cancelled && poll.result == null)
        .filter(poll -> poll.closes.isBefore(day.minusDays(1)))
        .count();
  }

  /** Texts that were removed, each with its reason. */
  int removed() {
    return removed;
  }

  /** Those whose ballots were signed and counted again, by {@link #check}. */
  int recounted() {
    return recounted;
  }

  /** Those whose ballots are there, and whose method this program does not know. */
  int uncounted() {
    return uncounted;
  }

  /** Others say that something happened to them too, or support what is proposed. */
  void support(LogEntry entry, Followed feedback) throws Finding {
    feedback.echo(entry);
    proposals.support(entry, feedback.isProposal());
  }

  /** What its sender took back is due on no poll. */
  void withdraw(LogEntry entry) throws Finding {
    proposals.withdraw(entry);
  }

  void announce(LogEntry entry, boolean isTaken) throws Finding {
    String reference = entry.text("reference");
    var poll = new Poll(entry);
    if (poll.closes.isBefore(entry.day("opens"))) {
      throw entry.finding("announces a poll that closes before it opens");
    }
    if (poll.closes.isBefore(entry.day("day"))) {
      throw entry.finding("announces a poll whose last day was over");
    }
    if (isTaken || polls.putIfAbsent(reference, poll) != null) {
      throw entry.finding("announces " + Shown.of(reference) + " for the second time");
    }
    publish(poll, entry.hash("question"), entry, "the question of " + reference(entry));
    publish(poll, entry.hash("askedBy"), entry, "who asked for " + reference(entry));
    for (LogEntry option : entry.each("options")) {
      publish(poll, option.hash("labels"), entry, "an option of " + reference(entry));
    }
    for (LogEntry one : entry.eachIfAny(Proposals.LEFT_OUT)) {
      publish(poll, one.hash("reason"), entry, "why " + reference(one) + " is left out");
    }
    proposals.announce(entry);
  }

  void cancel(LogEntry entry) throws Finding {
    Poll poll = open(entry);
    poll.cancelled = true;
    proposals.cancel(entry);
    publish(poll, entry.hash("reason"), entry, "why %s was cancelled".formatted(reference(entry)));
  }

  /** It need not stand beside the log any more. */
  void remove(LogEntry entry) throws Finding {
    entry.text("reason");
    Hash of = entry.hash("of");
    Poll poll = find(entry);
    if (isOfTheCount(poll, of) || !poll.texts.removeIf(text -> text.hash().equals(of))) {
      throw entry.finding("removes what is no text of the poll %s".formatted(reference(entry)));
    }
    removed++;
  }

  /** Ballots and receipts name nobody, and are never removed: nobody could count again. */
  private static boolean isOfTheCount(Poll poll, Hash of) throws Finding {
    LogEntry closed = poll.closed;
    return closed != null
        && (closed.hash(BALLOTS).equals(of) || closed.hash("receipts").equals(of));
  }

  void close(LogEntry entry, LocalDate its) throws Finding {
    Poll poll = open(entry);
    if (!poll.closes.isBefore(its)) {
      throw entry.finding("closes %s before its last day is over".formatted(reference(entry)));
    }
    if (!Salted.plain(entry.hash("tieSecret").bytes()).equals(poll.tieHash)) {
      throw entry.finding(
          "breaks ties of %s with a secret that was not announced".formatted(reference(entry)));
    }
    entry.hash(BALLOTS);
    entry.hash("receipts");
    poll.closed = entry;
  }

  private Poll open(LogEntry entry) throws Finding {
    Poll poll = find(entry);
    if (poll.cancelled || poll.closed != null) {
      throw entry.finding("ends %s for the second time".formatted(reference(entry)));
    }
    return poll;
  }

  void count(LogEntry entry) throws Finding {
    Poll poll = find(entry);
    LogEntry closed = poll.closed;
    if (closed == null || poll.result != null) {
      throw entry.finding(
          "counts %s, which is not closed or was counted before".formatted(reference(entry)));
    }
    List<Integer> winners = entry.numbers("winners");
    for (int winner : winners) {
      if (winner < 1 || winner > poll.options) {
        throw entry.finding("names a winner that %s has not".formatted(reference(entry)));
      }
    }
    if (entry.has("answerBy") != (poll.obliges && !winners.isEmpty())) {
      throw entry.finding(
          "does not say as it should by when leaders answer for what %s chose"
              .formatted(reference(entry)));
    }
    String shown = entry.text("shown");
    Hash ballots = null;
    Hash receipts = null;
    switch (shown) {
      case BALLOTS -> {
        ballots = closed.hash(BALLOTS);
        receipts = closed.hash("receipts");
      }
      case FIGURES -> receipts = closed.hash("receipts");
      case WINNER -> {}
      default -> throw entry.finding("shows of a result " + Shown.of(shown));
    }
    boolean told = !shown.equals(WINNER);
    for (String what : List.of("replaced", "invalid")) {
      if (entry.has(what) != told || told && !isStep(entry.text(what))) {
        throw entry.finding(
            "does not tell as it should how many votes of %s are %s"
                .formatted(reference(entry), what));
      }
    }
    if (entry.has("eligible") && (!told || !isStep(entry.text("eligible")))) {
      throw entry.finding(
          "does not tell as it should how many could vote in %s".formatted(reference(entry)));
    }
    Integer votes = entry.has("votes") ? entry.number("votes") : null;
    Hash tieSecret = closed.hash("tieSecret");
    poll.result = new Result(ballots, receipts, votes, winners, entry, tieSecret, closed.place());
    publish(poll, ballots, closed, "the ballots of " + reference(entry));
    publish(poll, receipts, closed, "the receipts of " + reference(entry));
    Hash figures = entry.has(FIGURES) ? entry.hash(FIGURES) : null;
    publish(poll, figures, entry, "the figures of " + reference(entry));
  }

  /** Once, where votes were told, and not before it was to be told. */
  void late(LogEntry entry, LocalDate its) throws Finding {
    Poll poll = find(entry);
    Result result = poll.result;
    boolean due = its.isAfter(poll.closes.plus(LATE_FOR));
    boolean told = result != null && result.receipts != null;
    if (!told || poll.late || !due || !isStep(entry.text("votes"))) {
      throw entry.finding(
          "does not tell as it should how many votes of %s came late".formatted(reference(entry)));
    }
    poll.late = true;
  }

  private static boolean isStep(String count) {
    return STEPS.matcher(count).matches();
  }

  /** A text that leaders wrote about what a poll chose. */
  Hash publish(LogEntry entry, Hash text, String what) throws Finding {
    publish(find(entry), text, entry, what);
    return text;
  }

  private static void publish(Poll poll, @Nullable Hash hash, LogEntry entry, String what) {
    if (hash != null) {
      poll.texts.add(new PublishedText(hash, entry.place(), what));
    }
  }

  private Poll find(LogEntry entry) throws Finding {
    Poll poll = polls.get(entry.text("reference"));
    if (poll == null) {
      throw entry.finding(
          "is about the poll %s, which was not announced before it".formatted(reference(entry)));
    }
    return poll;
  }

  private static String reference(LogEntry entry) throws Finding {
    return Shown.of(entry.text("reference"));
  }

  /**
   * Compares the texts beside the log, and the files that pages offer for counting again, with what
   * was signed; and counts again where every ballot is there.
   */
  void check(Source source) throws Finding, IOException {
    recounted = 0;
    uncounted = 0;
    for (var one : polls.entrySet()) {
      Map<Hash, String> texts = new HashMap<>();
      for (PublishedText text : one.getValue().texts) {
        texts.put(text.hash(), text.check(source));
      }
      Result result = one.getValue().result;
      if (result != null) {
        check(one.getValue(), result, texts, new PollFiles(one.getKey(), result.place, source));
      }
    }
  }

  private void check(Poll poll, Result result, Map<Hash, String> texts, PollFiles files)
      throws Finding, IOException {
    String receipts = result.receipts == null ? null : texts.get(result.receipts);
    String ballots = result.ballots == null ? null : texts.get(result.ballots);
    if (receipts != null) {
      files.checkReceipts(receipts);
      if (result.votes != null && result.votes != receipts.lines().count()) {
        throw new Finding(
            "%s has %d receipts of %s, and the count has %d votes."
                .formatted(
                    result.place, receipts.lines().count(), files.reference(), result.votes));
      }
    }
    if (ballots != null) {
      if (receipts != null && receipts.lines().count() != ballots.lines().count()) {
        throw new Finding(
            "%s has another number of ballots of %s than of receipts."
                .formatted(result.place, files.reference()));
      }
      var recount = new Recount(poll.announced, result.tieSecret, texts, ballots);
      files.checkBallots(recount);
      countAgain(result, recount);
    }
  }

  private void countAgain(Result result, Recount recount) throws Finding {
    Optional<List<Integer>> winners = recount.winners();
    if (winners.isPresent() && !winners.get().equals(result.winners)) {
      throw result.tally.finding(
          "says that %s chose %s; counted again, its ballots choose %s"
              .formatted(reference(result.tally), result.winners, winners.get()));
    }
    recounted += winners.isPresent() ? 1 : 0;
    uncounted += winners.isPresent() ? 0 : 1;
  }
}
