package org.answerable.flow;

/**
 * What a conversation has found out.
 *
 * @param value at most {@link FlowLimits#RESULT_CHARS}
 * @param category the kind of answer; equals the value where choices decide
 */
public record Result(String name, String value, String category) {
  @Override
  public String toString() {
    return "Result[" + name + "]";
  }
}
