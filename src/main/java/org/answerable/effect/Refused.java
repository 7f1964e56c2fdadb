package org.answerable.effect;

/**
 * The database takes everything around this message, but not this one: our own bug. The cause is
 * left out of the text, as it may quote what was written.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  Refused(String what) {
    super(what);
  }
}
