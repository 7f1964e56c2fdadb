package org.answerable.tlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part {@code <N>[.p/<W>]} of a path.
 *
 * @param index N, written in groups of three digits, all but the last one behind an {@code x}
 * @param width W, written only when it is less than 256
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Merkle Tree"</a>
 */
record TilePath(long index, int width) {
  private static final int GROUP = 1000;
  private static final Pattern FORM =
      Pattern.compile("((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

  TilePath {
    if (index < 0 || width < 1 || width > Tile.WIDTH) {
      throw new IllegalArgumentException("no tile has index " + index + " and width " + width);
    }
  }

  /** There is one way to write each: what comes out differently when written is refused. */
  static TilePath parse(String text) throws MalformedException {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new MalformedException("a tile's path does not end in N or N.p/W");
    }
    String digits = parts.group(1).replaceAll("[x/]", "");
    String width = parts.group(2);
    int w = width == null ? Tile.WIDTH : Integer.parseInt(width);
    if (w < 1 || w > Tile.WIDTH) {
      throw new MalformedException("a tile's width is 1 to 256");
    }
    TilePath path = new TilePath(Long.parseLong(digits), w);
    if (!path.toString().equals(text)) {
      throw new MalformedException("a tile's path has zeroes or a width that are not written");
    }
    return path;
  }

  @Override
  public String toString() {
    StringBuilder path = new StringBuilder("%03d".formatted(index % GROUP));
    for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
      path.insert(0, "x%03d/".formatted(rest % GROUP));
    }
    return width == Tile.WIDTH ? path.toString() : path + ".p/" + width;
  }
}
