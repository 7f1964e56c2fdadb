package org.answerable.audit;

import java.io.IOException;
import java.util.Optional;

/** Where a log is read: somebody's server, or a folder. */
interface Source {
  /**
   * The bytes at a path below the log's prefix; empty: there are none.
   *
   * @param path as {@code tlog-tiles} names it
   * @param bytesMax the most that may be there
   * @throws Finding when there are more
   * @throws IOException when nobody can say
   */
  Optional<byte[]> find(String path, int bytesMax) throws Finding, IOException;

  /**
   * The bytes of a file that stands beside the log, among the organisation's pages; empty: there
   * are none, as where somebody serves a copy of the log alone.
   */
  Optional<byte[]> beside(String name, int bytesMax) throws Finding, IOException;

  /** Whether the organisation's pages are read, and not a copy of the log alone. */
  boolean hasPages();

  /** The bytes at a path where there must be some. */
  default byte[] read(String path, int bytesMax) throws Finding, IOException {
    return find(path, bytesMax).orElseThrow(() -> new Finding(path + " is missing."));
  }
}
