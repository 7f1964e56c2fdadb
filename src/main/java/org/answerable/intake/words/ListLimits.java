package org.answerable.intake.words;

/** How much a file of word lists may hold, and how far a phrase reaches. */
final class ListLimits {
  static final int FILE_CHARS = 400_000;
  static final int ENTRIES = 300;
  static final int PHRASES = 200;
  static final int PHRASE_CHARS = 300;
  static final int SPELLINGS = 500;
  static final int WHY_CHARS = 300;
  static final int TESTS = 300;
  static final int TEST_CHARS = 500;

  /** How many other words may stand at a "...". */
  static final int GAP_WORDS = 3;

  /** How many letters of a word that begins or ends with a hyphen have to be written. */
  static final int STEM_LETTERS = 3;

  /** In how many ways the words between two bars may be written, with groups and ranges. */
  static final int CHOICES = 1_000;

  /** A number of a range, as in {@code 8-17}. */
  static final int RANGE_NUMBERS = 100;

  /** How many pieces one word may have been broken into, as "i'm14". */
  static final int WORD_PIECES = 4;

  /** A longer one is no word of these lists. */
  static final int WORD_CHARS = 40;

  private ListLimits() {}
}
