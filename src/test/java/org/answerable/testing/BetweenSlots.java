package org.answerable.testing;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;

/**
 * What is written together while none of the application's own slots comes: one would release what
 * has no topic yet, and writes receipts anew.
 */
public final class BetweenSlots {
  /** What a slot holds while it releases, and while it orders the log. */
  private static final List<String> LOCKS = List.of("release/", "log/");

  private BetweenSlots() {}

  /** Does some work of an organisation, and gives what came of it. */
  public static <T> T of(Databases databases, String organisation, Supplier<T> work)
      throws SQLException {
    return databases.inTransaction(
        Login.INBOX,
        tx -> {
          for (String lock : LOCKS) {
            Databases.on(tx)
                .sql("select pg_advisory_xact_lock(hashtextextended(? || ?, 0))")
                .params(lock, organisation)
                .query((row, n) -> true)
                .single();
          }
          return work.get();
        });
  }
}
