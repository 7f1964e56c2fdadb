package org.answerable.responselog;

import java.util.List;

/**
 * What an announcement says of a poll's words: hashes of {@link Content}, for the words stand
 * beside the log and may have to be removed. The question and each option's labels are JSON by
 * language ({@link PollJson#words}).
 *
 * @param labels in the order of the options
 * @param reasons why each proposal is left out, in their order
 */
public record PollHashes(
    byte[] question, List<byte[]> labels, byte[] askedBy, List<byte[]> reasons) {
  public PollHashes {
    labels = List.copyOf(labels);
    reasons = List.copyOf(reasons);
  }

  /** Where nothing is left out. */
  public PollHashes(byte[] question, List<byte[]> labels, byte[] askedBy) {
    this(question, labels, askedBy, List.of());
  }
}
