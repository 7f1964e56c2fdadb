package org.answerable.ballot.report;

import org.answerable.ballot.TieBreak;

/** A broken tie in a sentence. */
final class TieWords {
  private TieWords() {}

  static String line(TieBreak tie, Names names) {
    String chosen = names.all(tie.chosen());
    String equal = names.all(tie.tied()) + " were equal";
    return switch (tie.question()) {
      case SEAT -> equal + "; the tie order gave the seats to " + chosen + ".";
      case ELECTION ->
          at(tie)
              + equal
              + "; the tie order decided, so they are elected in this order: "
              + chosen
              + ".";
      case EXCLUSION ->
          at(tie) + equal + "; " + reason(tie, "had fewer") + ", so " + chosen + " was excluded.";
      case SURPLUS ->
          at(tie)
              + "the surpluses of "
              + equal
              + "; "
              + reason(tie, "had more")
              + ", so that of "
              + chosen
              + " went first.";
      case MAJORITY ->
          "The majority of "
              + names.label(tie.tied().getFirst())
              + " over "
              + chosen
              + " was not locked, because equal ones came before it in the tie order.";
      case PROJECT -> equal + "; " + reason(tie, "") + ", so " + chosen + " was funded.";
    };
  }

  private static String at(TieBreak tie) {
    return "After stage " + tie.stage() + " ";
  }

  private static String reason(TieBreak tie, String difference) {
    return switch (tie.reason()) {
      case EARLIER_STAGE -> "at stage " + tie.earlierStage() + " one of them " + difference;
      case LOWER_COST -> "the lower cost decided";
      case MORE_VOTES -> "more votes decided";
      case TIE_ORDER ->
          tie.earlierStage() == 0
              ? "the tie order decided"
              : "at stage "
                  + tie.earlierStage()
                  + " several of them "
                  + difference
                  + ", between whom the tie order decided";
    };
  }
}
