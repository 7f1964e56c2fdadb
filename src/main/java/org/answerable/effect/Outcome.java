package org.answerable.effect;

/** What became of a {@link Turn}. */
public sealed interface Outcome {
  /** Its effects are committed. */
  record Done() implements Outcome {}

  /**
   * The same message was committed before, and nothing was written now.
   *
   * @param epoch in which it came the first time
   * @param reply what was said the first time, sealed
   */
  record Repeated(int epoch, byte[] reply) implements Outcome {}

  /** The session or the epoch moved in the meantime, and nothing was written: decide again. */
  record Overtaken() implements Outcome {}
}
