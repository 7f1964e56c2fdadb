package org.answerable.delivery;

/**
 * The receipt that stands before an answer. The log has it; who wires the application connects the
 * two, so that delivery need not know the log.
 */
@FunctionalInterface
public interface Digits {
  /**
   * Eight digits, without a hyphen.
   *
   * @param commitment of the feedback's first text
   */
  String of(String organisation, byte[] commitment);
}
