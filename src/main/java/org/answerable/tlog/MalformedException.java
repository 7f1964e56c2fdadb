package org.answerable.tlog;

/**
 * Bytes of somebody else are not in the form that they should be in. The message says what is wrong
 * and where, and repeats nothing of them.
 */
public final class MalformedException extends Exception {
  MalformedException(String what) {
    super(what);
  }
}
