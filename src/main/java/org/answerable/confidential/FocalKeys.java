package org.answerable.confidential;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.leader.Leader;

/** The focal points' keys. */
public interface FocalKeys {
  /** The one that this focal point uses now. */
  Optional<FocalKey> of(Leader leader);

  /** Those of an organisation that may be sealed to; the outside ones first. */
  List<FocalKey> living(String organisation);

  /**
   * Begins to use a key; nothing is sealed any more to the one that this focal point had before.
   * What waited for a first key outside is sealed over to it, and its waiting form deleted, in the
   * same transaction. The log says that this key is there from its next slot on.
   *
   * @return false: this key was in use before, by whomever; nothing was changed
   */
  boolean add(String organisation, FocalKey key, LocalDate today) throws SQLException;

  /** The same key under another passphrase. False: this is not their key. */
  boolean rewrap(Leader leader, String name, byte[] wrapped);
}
