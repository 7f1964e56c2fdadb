package org.answerable.platform.keys;

/** A key can't be used as it lies there; the message says what to do. Start-up ends with it. */
public final class KeyRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public KeyRefused(String message) {
    super(message);
  }
}
