package org.answerable.platform;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One column of a batch, for {@code unnest}. */
public final class SqlArray {
  private SqlArray() {}

  /**
   * @param type PostgreSQL's name of the element type: {@code bytea}
   */
  public static <T> Array of(
      Connection tx,
      String type,
      List<T> rows,
      Function<? super T, ? extends @Nullable Object> field)
      throws SQLException {
    // the driver refuses bytes inside an Object[]
    @Nullable Object[] column =
        type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = field.apply(rows.get(i));
    }
    return tx.createArrayOf(type, column);
  }
}
