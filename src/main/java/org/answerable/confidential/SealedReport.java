package org.answerable.confidential;

import java.util.UUID;

/**
 * A text that somebody confided, as it is sealed to one focal point's key.
 *
 * @param reference of the report, which is in its commitment
 * @param sealed empty: it was taken back
 * @param note what its commitment is, sealed; empty: none was made
 */
public record SealedReport(UUID text, String reference, byte[] sealed, byte[] note) {
  boolean isTakenBack() {
    return sealed.length == 0;
  }

  @Override
  public String toString() {
    return "SealedReport[redacted]";
  }
}
