package org.answerable.effect;

/** What became of a {@link Turn}. */
public sealed interface Outcome {
  /** Its effects are committed. */
  record Done() implements Outcome {}

  /**
   * The same message was committed before, and nothing was written now.
   *
   * @param epoch the keys that the reply is under
   * @param reply what was said the first time, sealed
   */
  record Repeated(int epoch, byte[] reply) implements Outcome {}

  /** The session moved in the meantime, and nothing was written: decide again. */
  record Overtaken() implements Outcome {}
}
