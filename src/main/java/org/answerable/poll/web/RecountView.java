package org.answerable.poll.web;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.answerable.ballot.Approval;
import org.answerable.ballot.CountingMethod;
import org.answerable.ballot.EqualShares;
import org.answerable.ballot.Points;
import org.answerable.poll.Count;
import org.answerable.poll.Disclosure;
import org.answerable.poll.Form;
import org.answerable.responselog.PollNews;

/** What of a poll can be counted again, and how; and what other rules would have given. */
public record RecountView(PollView poll, PollNews.Closed closed, PollNews.Tallied tallied) {
  /** What another rule would have given, in words. */
  public record Other(String rule, String chosen) {}

  public Disclosure shown() {
    return Disclosure.ofWord(tallied.shown());
  }

  /** What the published lists and figures are enough for. */
  public String enough() {
    return switch (shown()) {
      case BALLOTS -> poll.text("poll.recount.ballots", ballots().size());
      case FIGURES -> poll.text("poll.recount.figures", poll.terms().copies());
      case WINNER -> poll.text("poll.few");
    };
  }

  /** The secret, beside the hash that was published first; and what it is good for. */
  public String tie() {
    String secret =
        poll.text("poll.tie", hex(closed.tieSecret()), hex(poll.poll().announced().tieHash()));
    return shown() == Disclosure.BALLOTS
        ? secret
        : secret + " " + poll.text("poll.tie.not-checkable");
  }

  /** How anybody counts it again. */
  public String command() {
    String method = "count --method " + poll.terms().method() + " ";
    return poll.budget()
        ? method + "--seed " + hex(count().seed()) + " " + poll.reference() + ".pb"
        : method + poll.reference() + ".blt";
  }

  /** For information, where every ballot is public; empty where there is no other rule. */
  public List<Other> others() {
    return shown() != Disclosure.BALLOTS
        ? List.of()
        : CountingMethod.all().stream()
            .filter(method -> !method.word().equals(poll.terms().method()) && suits(method))
            .map(this::other)
            .toList();
  }

  private boolean suits(CountingMethod method) {
    return switch (Form.of(poll.terms().form())) {
      case ONE, SOME, POINTS -> false;
      case ORDER ->
          method instanceof CountingMethod.OfRankings
              && !(method instanceof Approval)
              && !(method instanceof Points);
      case BUDGET ->
          method instanceof EqualShares shares && shares.variant() != EqualShares.Variant.U;
    };
  }

  private Other other(CountingMethod method) {
    List<Integer> chosen = count().tally(method).outcome().winners();
    boolean same = chosen.equals(tallied.winners());
    String told = same ? poll.text("poll.others.same") : poll.names(chosen);
    return new Other(poll.method(method.word()), told);
  }

  private Count count() {
    return new Count(poll.terms(), ballots(), closed.tieSecret(), poll.reader().texts().language());
  }

  private List<String> ballots() {
    return Objects.requireNonNull(poll.poll().ballots(), "a recount without ballots");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
