package org.answerable.testing;

/** A phone that writes to a running demo, whatever its channel. */
public interface LoopPhone extends AutoCloseable {
  RunningServer server();

  /** Sends a text that must be taken, and gives what the phone shows then. */
  String says(String text) throws Exception;

  /** Answers what was asked last, as the channel does it: types a number, or presses it. */
  String chooses(int number) throws Exception;

  /** What arrives by itself. */
  String receives() throws Exception;

  /** What nobody but the person may see. */
  String address();

  @Override
  void close();
}
