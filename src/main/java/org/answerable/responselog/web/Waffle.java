package org.answerable.responselog.web;

/**
 * One mark for each feedback, column by column: the answered, then those in time, then the overdue.
 * Marks stand on a grid of 10 by 10.
 */
public record Waffle(int answered, int inTime, int overdue) {
  private static final int FEWEST_COLUMNS = 31;

  private int all() {
    return answered + inTime + overdue;
  }

  private int rows() {
    int columns = Math.max(FEWEST_COLUMNS, (int) Math.sqrt(all() * 5.0));
    return Math.max(1, (all() + columns - 1) / columns);
  }

  public int width() {
    return 10 * Math.max(FEWEST_COLUMNS, (all() + rows() - 1) / rows());
  }

  public int height() {
    return 10 * rows();
  }

  public String answeredPath() {
    return path(0, answered);
  }

  public String inTimePath() {
    return path(answered, inTime);
  }

  public String overduePath() {
    return path(answered + inTime, overdue);
  }

  /** The places from a first one on, as one rectangle a column. */
  private String path(int first, int count) {
    var path = new StringBuilder();
    int place = first;
    for (int left = count; left > 0; ) {
      int row = place % rows();
      int here = row == 0 ? left / rows() * rows() : 0;
      int columns = here / rows();
      if (columns > 0) {
        path.append("M%d 0h%dv%dh-%dz".formatted(x(place), columns * 10, height(), columns * 10));
      } else {
        here = Math.min(left, rows() - row);
        path.append("M%d %dh10v%dh-10z".formatted(x(place), row * 10, here * 10));
      }
      place += here;
      left -= here;
    }
    return path.toString();
  }

  private int x(int place) {
    return place / rows() * 10;
  }
}
