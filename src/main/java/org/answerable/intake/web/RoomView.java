package org.answerable.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The room, as its template shows it.
 *
 * @param rows all that waits, the open one too
 * @param open null: nothing waits
 */
public record RoomView(String heading, String lede, List<Row> rows, @Nullable Open open) {
  /**
   * One text that waits.
   *
   * @param days from given until today
   * @param note where it is, and what was found; may be empty
   */
  public record Row(
      long days, String href, String words, String reference, String note, boolean current) {

    @Override
    public String toString() {
      return "Row[redacted]";
    }
  }

  /**
   * The one that is decided on.
   *
   * @param finds what the word lists found, and why
   * @param aside whether it was set aside
   * @param released whether leaders have it
   */
  public record Open(
      String reference,
      int round,
      String head,
      List<Text> texts,
      List<Find> finds,
      boolean aside,
      boolean released,
      List<Choice> topics,
      List<Choice> kinds,
      List<Choice> levels,
      List<Choice> roles,
      List<Choice> people) {

    @Override
    public String toString() {
      return "Open[redacted]";
    }
  }

  /** One text, in pieces. */
  public record Text(String day, List<Piece> pieces) {

    @Override
    public String toString() {
      return "Text[redacted]";
    }
  }

  /** A piece of a text; found by a word list or not. */
  public record Piece(String text, boolean found) {

    @Override
    public String toString() {
      return "Piece[redacted]";
    }
  }

  /** What was found, and why, in words. */
  public record Find(String words, String why) {

    @Override
    public String toString() {
      return "Find[redacted]";
    }
  }

  /**
   * One choice.
   *
   * @param key that chooses it; empty: none
   */
  public record Choice(
      String id, String value, String label, String help, String key, boolean chosen) {}

  @Override
  public String toString() {
    return "RoomView[redacted]";
  }
}
