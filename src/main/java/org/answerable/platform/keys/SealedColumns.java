package org.answerable.platform.keys;

import java.util.List;

/** What a module has sealed under an epoch's keys. */
public record SealedColumns(List<SealedColumn> all) {
  public SealedColumns {
    all = List.copyOf(all);
  }

  public static SealedColumns of(SealedColumn... columns) {
    return new SealedColumns(List.of(columns));
  }
}
