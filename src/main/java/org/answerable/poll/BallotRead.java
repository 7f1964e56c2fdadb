package org.answerable.poll;

/** What a text is to a poll. */
public sealed interface BallotRead {
  /**
   * A vote.
   *
   * @param line as {@link BallotLine} writes it
   */
  record Vote(String line) implements BallotRead {
    @Override
    public String toString() {
      return "Vote[redacted]";
    }
  }

  /**
   * It was meant as one, and can't be counted.
   *
   * @param what of the text is wrong: an option's label, or a number as it was written
   */
  record Wrong(Fault fault, String what) implements BallotRead {
    @Override
    public String toString() {
      return "Wrong[" + fault + ", redacted]";
    }
  }

  /** It says something else. */
  record Other() implements BallotRead {}

  /** Why a vote can't be counted. */
  enum Fault {
    /** No option has that number. */
    NOT_LISTED,
    /** One option stands in two places of an order. */
    TWICE,
    /** More than one, where one is to be chosen. */
    TOO_MANY,
    /** More points than there are to share. */
    TOO_MANY_POINTS,
    /** It can mean two things, and nobody guesses which. */
    UNCLEAR
  }
}
