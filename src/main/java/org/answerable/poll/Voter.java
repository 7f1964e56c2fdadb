package org.answerable.poll;

import java.util.UUID;

/** Whose vote it is. Only a tag of it is written, under the poll's key. */
public sealed interface Voter {
  /** A constituent: one vote for each phone. */
  record Person(UUID who) implements Voter {
    @Override
    public String toString() {
      return "Person[redacted]";
    }
  }

  /** Whoever has a printed code, from whichever phone: nothing of the phone is in the tag. */
  record Holder(String code) implements Voter {
    @Override
    public String toString() {
      return "Holder[redacted]";
    }
  }
}
