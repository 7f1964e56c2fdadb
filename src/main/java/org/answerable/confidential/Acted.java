package org.answerable.confidential;

/** What became of something that a focal point wanted to do. */
public sealed interface Acted {
  /** Done. */
  record Done() implements Acted {}

  /** There is no such report for this focal point. */
  record Unknown() implements Acted {}

  /** Something happened since their page was made, and nothing was done: look again. */
  record Overtaken() implements Acted {}

  /** Nothing was done; the sentence says why, and what to do. */
  record Refused(String why) implements Acted {}
}
