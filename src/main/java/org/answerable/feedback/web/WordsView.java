package org.answerable.feedback.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a leader decides before somebody's words become public.
 *
 * @param also further words to hide, one a line, as they were typed
 * @param result what would be public; null: not looked at yet
 * @param seal of the result
 * @param note what a leader must know first, or nothing
 */
public record WordsView(
    List<Text> texts, String also, @Nullable String result, String seal, String note) {

  /** One of the texts, cut where something was found. */
  public record Text(List<Piece> pieces) {

    @Override
    public String toString() {
      return "Text[redacted]";
    }
  }

  /**
   * A piece of a text.
   *
   * @param name of the mark; null: nothing was found in it
   * @param why in a word
   */
  public record Piece(String text, @Nullable String name, String why, boolean hidden) {

    @Override
    public String toString() {
      return "Piece[redacted]";
    }
  }

  @Override
  public String toString() {
    return "WordsView[redacted]";
  }
}
