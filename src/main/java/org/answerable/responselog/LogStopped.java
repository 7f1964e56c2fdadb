package org.answerable.responselog;

/**
 * A log can't go on without contradicting what it has signed. Nothing was appended; texts are taken
 * in all the same. The message says for people what is wrong and what to do.
 */
public final class LogStopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LogStopped(String message) {
    super(message);
  }
}
