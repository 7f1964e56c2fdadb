package org.answerable.confidential.jdbc;

import java.sql.Connection;
import java.util.List;
import org.answerable.organisation.Role;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.PersonKey;

/** The keys that are sealed to, in a transaction that seals or changes them. */
final class KeyRows {
  private static final String LOCK = "hashtextextended('confidential key/' || ?, 0)";

  private KeyRows() {}

  /** Nobody adds a key until the transaction ends: else a text could wait for ever. */
  static void share(Connection tx, String organisation) {
    lock(tx, "select pg_advisory_xact_lock_shared(" + LOCK + ")", organisation);
  }

  /** Nobody seals until the transaction ends. */
  static void hold(Connection tx, String organisation) {
    lock(tx, "select pg_advisory_xact_lock(" + LOCK + ")", organisation);
  }

  /** Those of the focal points outside. */
  static List<PersonKey> outside(Connection tx, String organisation) {
    return Databases.on(tx)
        .sql(
            """
            select public_key from confidential.living_key
            where organisation = ? and role = ? order by key
            """)
        .params(organisation, Role.FOCAL_OUTSIDE)
        .query((row, n) -> PersonKey.of(row.getBytes(1)))
        .list();
  }

  private static void lock(Connection tx, String sql, String organisation) {
    Databases.on(tx).sql(sql).param(organisation).query((row, n) -> true).single();
  }
}
