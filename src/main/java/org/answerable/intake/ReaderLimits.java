package org.answerable.intake;

/** The limits of the readers' room. */
public final class ReaderLimits {
  /** Texts that the room takes from one place at once; the next come as these are decided. */
  public static final int ROOM_ROWS = 200;

  /** What was set aside, on one page. */
  public static final int ASIDE_ROWS = 30;

  /** Pages of what was set aside. */
  public static final int ASIDE_PAGES = 1000;

  private ReaderLimits() {}
}
