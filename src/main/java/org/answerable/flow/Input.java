package org.answerable.flow;

/** What a constituent sent, or which button they pressed, as its label or number. */
public record Input(String text) {
  @Override
  public String toString() {
    return "Input[redacted]";
  }
}
