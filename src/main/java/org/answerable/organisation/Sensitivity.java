package org.answerable.organisation;

/** How far a feedback may travel. It only ever rises. */
public enum Sensitivity {
  /** Open. */
  S0,
  /** May show who wrote: words only after redaction and consent. */
  S1,
  /** Accuses or endangers: a restricted role, words never published. */
  S2,
  /** A trained person only. */
  S3;

  /** Whether the log has entries of its own about it. */
  public boolean isPublic() {
    return compareTo(S2) < 0;
  }

  /** The higher of two. */
  public Sensitivity orHigher(Sensitivity other) {
    return compareTo(other) < 0 ? other : this;
  }
}
