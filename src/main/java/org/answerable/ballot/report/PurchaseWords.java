package org.answerable.ballot.report;

import java.util.ArrayList;
import java.util.List;
import org.answerable.ballot.BudgetPoll;
import org.answerable.ballot.Tally;

/** Equal Shares in words. Amounts that are no decimals are cut off, for reading. */
final class PurchaseWords {
  private static final int SHOWN_DECIMALS = 2;

  private PurchaseWords() {}

  static List<String> steps(BudgetPoll poll, Tally.Purchases tally, Names names) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "Each of "
            + Report.count(tally.outcome().valid(), "voter")
            + " could spend "
            + tally.share().cutTo(SHOWN_DECIMALS).toPlainString()
            + ". Bought, in this order:");
    for (Tally.Purchase purchase : tally.purchases()) {
      String cost = poll.projects().get(purchase.project() - 1).cost().toPlainString();
      String how =
          purchase
              .most()
              .map(most -> "each pays " + most.cutTo(SHOWN_DECIMALS).toPlainString() + " at most")
              .orElse("from what was left, by votes");
      lines.add(
          "  "
              + names.label(purchase.project())
              + ": costs "
              + cost
              + ", "
              + Report.count(purchase.votes(), "supporter")
              + ", "
              + how);
    }
    return lines;
  }

  static String why(Tally.Refusal refusal) {
    return switch (refusal.reason()) {
      case ABOVE_BUDGET -> " costs more than the whole budget.";
      case NO_VOTES -> " has no votes.";
      case NOT_ENOUGH_LEFT ->
          " has "
              + Report.count(refusal.votes(), "supporter")
              + ", with together "
              + refusal.supportersLeft().cutTo(SHOWN_DECIMALS).toPlainString()
              + " left, which does not pay for it.";
    };
  }
}
