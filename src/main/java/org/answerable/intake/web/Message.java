package org.answerable.intake.web;

import org.jspecify.annotations.Nullable;

/** What stands above the room after a decision. */
enum Message {
  SORTED("Taken. Whoever has it sees it from the next slot on."),
  ASIDE("Set aside. Nobody gets it; it can be turned into feedback for 30 days."),
  CONFIDED("The focal point has it, and nobody else. No reader sees it again.");

  private final String text;

  Message(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** What the page after a decision says; null: it was opened without one. */
  static @Nullable Message ofDone(String done) {
    return switch (done) {
      case "sorted" -> SORTED;
      case "aside" -> ASIDE;
      case "confided" -> CONFIDED;
      default -> null;
    };
  }
}
