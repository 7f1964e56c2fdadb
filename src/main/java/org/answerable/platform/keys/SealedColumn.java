package org.answerable.platform.keys;

import java.util.UUID;

/**
 * A column whose values are sealed under an epoch's keys and begin with the epoch's number, four
 * bytes. When the epoch changes, each of them is sealed anew. Its table has a column {@code
 * organisation}.
 *
 * @param table with its schema
 * @param place the column that the seal is bound to; a UUID or bytes
 */
public record SealedColumn(String table, String column, String place, Again again) {
  /** The keys of texts, which {@link Sealer} wrapped. */
  public static SealedColumn ofTexts(Sealer sealer, String table, String id) {
    return new SealedColumn(
        table,
        "text_key",
        id,
        (organisation, place, key) -> sealer.wrapAgain(organisation, (UUID) place, key));
  }

  /** Opens a value and seals it under the living epoch. */
  @FunctionalInterface
  public interface Again {
    byte[] seal(String organisation, Object place, byte[] sealed);
  }
}
