package org.answerable.responselog;

import java.sql.Connection;
import java.util.Optional;

/** Receipts with what proves whose they are. */
public interface OwnReceipts {
  /**
   * The receipt of these digits, whoever has it; with the intake's login.
   *
   * @param digits eight, as {@link Receipt#parse} gives them
   */
  Optional<OwnReceipt> find(Connection tx, String organisation, String digits);

  /**
   * A receipt.
   *
   * @param ownerTag HMAC(the person's data key, feedback)
   */
  record OwnReceipt(byte[] commitment, byte[] ownerTag) {}
}
