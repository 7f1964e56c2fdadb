package org.answerable.ballot.file;

/** Unwinds a reader; becomes a {@link Reading.Refused} with the line at which it stood. */
final class Fault extends Exception {
  private static final long serialVersionUID = 1L;

  Fault(String what) {
    super(what, null, false, false);
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
