package org.answerable.constituent;

import java.sql.SQLException;
import java.time.Instant;
import org.answerable.organisation.Organisation;

/**
 * The lives of the generations of keys. With the keys of an epoch dies, in old backups too,
 * whatever was not taken over into the next.
 */
public interface Epochs {
  /** Reads anew which epoch lives, after another node may have begun one. */
  void refresh(String organisation);

  /** Asks for the next epoch now; the timer of any node begins it. */
  void ask(String organisation);

  /**
   * Begins an epoch that is due, goes on with one that was begun, and removes keys that died. May
   * be killed anywhere, and run by many: the next run goes on.
   *
   * @return whether nothing is left to do; else the next run has to
   */
  boolean change(Organisation home, Instant now) throws SQLException;
}
