package org.answerable.flow;

import java.util.List;

/** The words that work everywhere, above any flow. */
public enum Keyword {
  HELP,
  /** The words for which HELP has no room. */
  WORDS,
  /** How far a feedback is; with the receipt's digits. */
  STATUS(true),
  /** The response; with the receipt's digits, and a PIN where one was set. */
  READ(true),
  /** The polls that are open; or a vote at once, with its numbers. While none is, texts of them. */
  VOTE(true),
  /** What they write behind it, or next, is put up for a vote. */
  PROPOSE,
  /** What others put up, which can be supported. */
  PROPOSALS,
  /** No more texts about polls. */
  VOTE_OFF,
  /** The language menu, or one of its numbers. */
  LANG(true),
  PRIVACY,
  /** Erases the number; with the four digits that confirm it. */
  FORGET(true),
  /** Takes one feedback back; with the receipt's digits. */
  WITHDRAW(true),
  /** What kinds of things are held, and for how long. */
  DATA,
  /** How to delete the texts on the phone. */
  CLEAR,
  /** No texts between two hours; with them. */
  QUIET(true),
  /** Texts at any hour again. */
  QUIET_OFF,
  /** How many entries the public log has, and the digits of its head. */
  LOG,
  STOP,
  START,
  /** For the trained person only. */
  SAFE;

  private final boolean takesDigits;

  Keyword() {
    this(false);
  }

  Keyword(boolean takesDigits) {
    this.takesDigits = takesDigits;
  }

  /**
   * Whether it counts with politeness around it, and nothing else: {@code STOP please}. Not HELP,
   * which somebody in need may mean.
   */
  boolean mayBePolite() {
    return this == STOP || this == START || this == FORGET;
  }

  /** Whether a receipt behind it tells what a misspelt word means. */
  boolean takesReceipt() {
    return this == STATUS || this == READ || this == WITHDRAW;
  }

  /** Whether digits may follow: {@code STATUS 4821-9307}. */
  public boolean takesDigits() {
    return takesDigits;
  }

  /**
   * A text that is a keyword.
   *
   * @param numbers what followed it, in 0 to 9, as spaces and hyphens part them; of {@link #LANG}
   *     perhaps a language's name or code
   * @param language to which alone the word belongs; empty: to none, or to several
   */
  public record Match(Keyword keyword, List<String> numbers, String language) {
    public Match {
      numbers = List.copyOf(numbers);
    }

    /** What followed it, without spaces or hyphens; empty if nothing did. */
    public String digits() {
      return String.join("", numbers);
    }

    @Override
    public String toString() {
      return "Match[" + keyword + ", " + language + "]";
    }
  }
}
