package org.answerable.tlog;

/** What was served as a tile does not belong to the tree whose head is known. */
public final class TileMismatchException extends RuntimeException {
  private final Tile tile;

  TileMismatchException(Tile tile, String what) {
    super(tile.path() + " " + what);
    this.tile = tile;
  }

  /** Which. */
  public Tile tile() {
    return tile;
  }
}
