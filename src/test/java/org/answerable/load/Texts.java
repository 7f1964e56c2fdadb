package org.answerable.load;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Texts that nobody has sent before, from many people in turn. Safe for use by many threads. */
final class Texts {
  private static final List<String> SENTENCES =
      List.of(
          "The clinic had no medicine again when I came, visit %d",
          "I waited from seven until two and was sent home, ticket %d",
          "The nurse at window %d spoke to me with respect, please tell her",
          "We were asked for a fee at door %d that was never announced",
          "Could the group on Thursday start later, bus %d arrives at ten");

  private final AtomicLong count = new AtomicLong();
  private final int people;

  Texts(int people) {
    this.people = people;
  }

  Text next() {
    long number = count.getAndIncrement();
    return new Text(
        number,
        number % people,
        SENTENCES.get((int) (number % SENTENCES.size())).formatted(number));
  }

  /** How many were given out. */
  long given() {
    return count.get();
  }

  /**
   * @param number from 0, each given out once
   * @param person who sends it, from 0
   */
  record Text(long number, long person, String words) {}
}
