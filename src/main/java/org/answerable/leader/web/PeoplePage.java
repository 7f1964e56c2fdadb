package org.answerable.leader.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page about people shows.
 *
 * @param link of an invitation made just now; it can't be shown again
 */
public record PeoplePage(
    List<Person> people,
    List<Open> invitations,
    List<Choice> givable,
    List<Unread> unread,
    @Nullable String link,
    @Nullable String linkUntil) {

  @Override
  public String toString() {
    return "PeoplePage[redacted]";
  }

  /** Somebody who signs in, as the page shows them. */
  public record Person(String account, String name, String roles, boolean you, boolean removable) {
    @Override
    public String toString() {
      return "Person[redacted]";
    }
  }

  /** An invitation that nobody has used. */
  public record Open(String hash, String roles, String until) {}

  /**
   * A topic that no leader can read.
   *
   * @param role it goes to
   * @param others roles that keep somebody from it; may be empty
   */
  public record Unread(String topic, String role, String others) {}

  /** A role that the leader may give. */
  public record Choice(String id, String name) {}
}
