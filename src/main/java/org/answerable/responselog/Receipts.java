package org.answerable.responselog;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The receipts that were given out, as one login may see them. */
public interface Receipts {
  /**
   * What a receipt's holder may know; empty: there is no such receipt.
   *
   * @param digits eight, as {@link Receipt#parse} gives them
   */
  Optional<ReceiptState> state(String organisation, String digits);

  /**
   * Those of some numbers that are receipts, by one statement.
   *
   * @param digits eight each
   */
  Set<String> given(String organisation, Collection<String> digits);
}
