package org.answerable.channel;

import java.time.Instant;

/** What a person did, where a channel has more ways than to write a text. */
public sealed interface Manner {
  /** They wrote a text. */
  record Wrote() implements Manner {}

  /**
   * They wrote what the provider knows itself, and has answered; the text is STOP, START or HELP,
   * whatever word they wrote. It counts, and nothing more is said.
   */
  record Answered() implements Manner {}

  /**
   * They pressed a button; the text is the number that stands on it, as if they had typed it.
   *
   * @param question that of the {@link Reply.Text} under which the button stood; empty: of none
   */
  record Pressed(String question) implements Manner {
    @Override
    public String toString() {
      return "Pressed[redacted]";
    }
  }

  /** They wrote the text under something that is no text, as a picture, which was not read. */
  record Captioned() implements Manner {}

  /** They sent something that has no words, as a picture or their voice, which was not read. */
  record Wordless() implements Manner {}

  /**
   * They changed what they had written; the text is what it says now.
   *
   * @param soon within the time in which a text still belongs to the one before it
   * @param of the provider's id of what they had written; empty: it is not known
   */
  record Edited(boolean soon, String of) implements Manner {
    public Edited(boolean soon) {
      this(soon, "");
    }

    @Override
    public String toString() {
      return "Edited[redacted]";
    }
  }

  /**
   * They wrote a text that the provider could not bring, and that was fetched later: what it
   * answered may have been answered since.
   *
   * @param sent when the provider had it
   */
  record Late(Instant sent) implements Manner {
    @Override
    public String toString() {
      return "Late[redacted]";
    }
  }

  /** They opened the conversation, for the first time or again; there is no text. */
  record Began() implements Manner {}

  /** They told the provider to stop us; nothing reaches them, and there is no text. */
  record Left() implements Manner {}

  /** They took that back; there is no text. */
  record Returned() implements Manner {}
}
