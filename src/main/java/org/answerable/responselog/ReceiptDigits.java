package org.answerable.responselog;

/** The digits of a receipt, for the one text that carries the answer to its holder. */
public interface ReceiptDigits {
  /**
   * Eight digits, without a hyphen.
   *
   * @param commitment of the feedback's first text
   */
  String of(String organisation, byte[] commitment);
}
