package org.answerable.effect;

/** Nothing is known to be committed: the queue is full or the database away. Ask for a repeat. */
public final class NotCommitted extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotCommitted(String why) {
    super(why);
  }

  public NotCommitted(String why, Throwable cause) {
    super(why, cause);
  }
}
