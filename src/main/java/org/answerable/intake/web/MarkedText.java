package org.answerable.intake.web;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import org.answerable.intake.words.Found;
import org.answerable.organisation.Sensitivity;

/** Cuts a text where the word lists found something. Finds may overlap: together they are one. */
final class MarkedText {
  private MarkedText() {}

  static List<RoomView.Piece> pieces(String text, Found found) {
    var pieces = new ArrayList<RoomView.Piece>();
    int at = 0;
    for (int[] span : spans(found)) {
      add(pieces, text.substring(at, span[0]), false);
      add(pieces, text.substring(span[0], span[1]), true);
      at = span[1];
    }
    add(pieces, text.substring(at), false);
    return pieces;
  }

  /** Each find with the reason that stands beside it in its file. */
  static List<RoomView.Find> finds(String text, Found found) {
    return found.spots().stream()
        .map(
            spot ->
                new RoomView.Find(
                    text.substring(spot.start(), spot.end()),
                    spot.why() + (raises(spot) ? " At least " + spot.raisesTo() + "." : "")))
        .distinct()
        .toList();
  }

  private static boolean raises(Found.Spot spot) {
    return spot.raisesTo() != Sensitivity.S0;
  }

  private static List<int[]> spans(Found found) {
    var spans = new ArrayList<int[]>();
    for (Found.Spot spot : found.spots().stream().sorted(comparing(Found.Spot::start)).toList()) {
      if (!spans.isEmpty() && spot.start() <= spans.getLast()[1]) {
        spans.getLast()[1] = Math.max(spans.getLast()[1], spot.end());
      } else {
        spans.add(new int[] {spot.start(), spot.end()});
      }
    }
    return spans;
  }

  private static void add(List<RoomView.Piece> pieces, String text, boolean found) {
    if (!text.isEmpty()) {
      pieces.add(new RoomView.Piece(text, found));
    }
  }
}
