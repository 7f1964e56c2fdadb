package org.answerable.feedback.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list, as its template shows it.
 *
 * @param setAside references of answers about which the leader has to decide
 */
public record ListView(
    String heading,
    String lede,
    List<String> setAside,
    List<View> views,
    String view,
    List<Option> topics,
    List<Option> roles,
    boolean filtered,
    List<Row> rows,
    @Nullable String earlier,
    @Nullable String later,
    String pages) {

  /** One of the views, with how many there are. */
  public record View(String label, String href, int count, boolean current) {}

  /**
   * One feedback.
   *
   * @param days from asked until answered, or until today
   */
  public record Row(
      long days,
      boolean late,
      String href,
      String title,
      String words,
      String reference,
      String mark,
      String status,
      String note,
      @Nullable Bar bar) {

    @Override
    public String toString() {
      return "Row[redacted]";
    }
  }

  @Override
  public String toString() {
    return "ListView[redacted]";
  }
}
