package org.answerable.intake.words;

import java.util.Locale;
import org.answerable.organisation.Kind;
import org.jspecify.annotations.Nullable;

/** The lists that every language's file has. */
public enum WordList {
  /** A wish to die, however it is hidden. */
  CRISIS(Kind.DISTRESS),
  /** Sex forced, or asked for in exchange for help. */
  ABUSE(null),
  /** Somebody is beaten, hunted, put out of the home, or made known. */
  VIOLENCE(null),
  /** A child is harmed. */
  CHILD(null),
  /** Somebody is threatened, the organisation's own people too. */
  THREAT(Kind.THREAT),
  /** "Don't reply": nothing at all may reach the phone. */
  SILENCE(null),
  /** Advertisements and tricks. */
  SPAM(null);

  private final @Nullable Kind kind;

  WordList(@Nullable Kind kind) {
    this.kind = kind;
  }

  /** What a text is that this list finds something in; null: its topic says. */
  public @Nullable Kind kind() {
    return kind;
  }

  /** Whether a person has to read what it finds within the hour. */
  boolean isDanger() {
    return switch (this) {
      case CRISIS, VIOLENCE, CHILD, THREAT -> true;
      case ABUSE, SILENCE, SPAM -> false;
    };
  }

  /** Its key in the files: {@code crisis}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
