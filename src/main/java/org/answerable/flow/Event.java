package org.answerable.flow;

import java.util.List;

/** What a sprint brought about, in its order. */
public sealed interface Event {
  /**
   * A text to send.
   *
   * @param text whole, choices included as a numbered list; at most {@link FlowLimits#TEXT_CHARS}
   * @param choices the same choices, for channels that have buttons
   */
  record Said(String text, List<String> choices) implements Event {
    public Said {
      choices = List.copyOf(choices);
    }

    @Override
    public String toString() {
      return "Said[redacted]";
    }
  }

  /** A result was noted, or changed. */
  record ResultSet(String name, String value, String category) implements Event {
    @Override
    public String toString() {
      return "ResultSet[" + name + "]";
    }
  }

  /** The conversation goes on in another language. */
  record LanguageSet(String language) implements Event {}

  /** The input answers nothing that was asked; the question stays open. */
  record Unmatched() implements Event {}

  /** The same once too often: the question is given up, and the conversation goes on without it. */
  record GaveUp() implements Event {}

  /** Something was left out or cut, for a reason that lies in the flow; it goes on. */
  record Faulted(String node, String reason) implements Event {}

  /** There is no session any more. */
  record Ended(Ending ending) implements Event {}

  /** Why a conversation ended. */
  enum Ending {
    COMPLETED,
    /** More than {@link FlowLimits#STEPS_PER_SPRINT} nodes without a wait. */
    TOO_MANY_STEPS,
    /** More than {@link FlowLimits#SESSION_BYTES} to keep. */
    SESSION_TOO_LARGE,
    /** The flow, or the node where it waited, does not exist any more. */
    FLOW_GONE
  }
}
