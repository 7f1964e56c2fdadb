package org.answerable.poll;

/**
 * One person as one open poll knows them.
 *
 * @param receipt eight digits by which they can find that their vote was counted
 * @param mark what their session calls the poll
 */
public record Voter(String receipt, String mark) {
  @Override
  public String toString() {
    return "Voter[redacted]";
  }
}
