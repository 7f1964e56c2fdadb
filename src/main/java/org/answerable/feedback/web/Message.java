package org.answerable.feedback.web;

import org.answerable.feedback.Responded;
import org.jspecify.annotations.Nullable;

/** What stands above a feedback's page after an act. */
enum Message {
  SENT("Sent. The public pages change at the next slot."),
  NOTED("Noted. Your role and the roles that have this see it, nobody else."),
  PUBLISHED("Taken. The words are public from the next slot on."),
  SHOWN(
      "Taken. The member is shown these words first, by text. They are public once the member says"
          + " yes; without a yes within 14 days they are not."),
  CORRECTED("Taken. From the next slot on the public page shows both texts."),
  REMOVED("Taken. The text is deleted at the next slot, and the page says why."),
  AMENDED_BEFORE("Nothing was done: that text is gone, or somebody asked for it before."),
  MUTED("Done. The note below tells the others who have this."),
  SENT_AGAIN("It is sent again."),
  LEFT("It is left as it is, and not sent again."),
  UNDONE("Taken back. Nothing of it has left. Your words stand in the thread."),
  KEPT("Noted. The public pages change at the next slot, and the person is told."),
  KEPT_WORDS("Nothing was noted yet: write what was done, in 160 characters at most."),
  KEPT_BEFORE("Nothing was noted: somebody said so before, or something happened just now."),
  TOO_LATE(
      "Too late: it has left, or the log has it, or something happened since. A further response is"
          + " a new entry."),
  DECIDED_BEFORE("Nothing was done: somebody decided about it before, or it is known by now."),
  ANSWERED_MEANWHILE(
      "Somebody answered this while you wrote. Nothing was sent. Your words are below."),
  ADDED_MEANWHILE(
      "The member added something while you wrote. Nothing was sent. Your words are below."),
  WORDS_NOT_ALLOWED("Nothing was published: the words of this one can not be, or are already.");

  private final String text;

  Message(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Whether something that was asked for did not happen. */
  boolean isBad() {
    return switch (this) {
      case SENT,
          NOTED,
          PUBLISHED,
          SHOWN,
          CORRECTED,
          REMOVED,
          MUTED,
          SENT_AGAIN,
          LEFT,
          UNDONE,
          KEPT ->
          false;
      case KEPT_WORDS,
          KEPT_BEFORE,
          AMENDED_BEFORE,
          TOO_LATE,
          DECIDED_BEFORE,
          ANSWERED_MEANWHILE,
          ADDED_MEANWHILE,
          WORDS_NOT_ALLOWED ->
          true;
    };
  }

  static Message of(Responded.Mover mover) {
    return switch (mover) {
      case LEADER -> ANSWERED_MEANWHILE;
      case CONSTITUENT -> ADDED_MEANWHILE;
    };
  }

  /** What the page after an act says; null: it was opened without one. */
  static @Nullable Message ofDone(String done) {
    return switch (done) {
      case "sent" -> SENT;
      case "noted" -> NOTED;
      case "published" -> PUBLISHED;
      case "shown" -> SHOWN;
      case "corrected" -> CORRECTED;
      case "removed" -> REMOVED;
      case "amended" -> AMENDED_BEFORE;
      case "muted" -> MUTED;
      case "again" -> SENT_AGAIN;
      case "leave" -> LEFT;
      case "decided" -> DECIDED_BEFORE;
      case "undone" -> UNDONE;
      case "late" -> TOO_LATE;
      case "kept" -> KEPT;
      case "no-words" -> KEPT_WORDS;
      case "kept-before" -> KEPT_BEFORE;
      default -> null;
    };
  }
}
