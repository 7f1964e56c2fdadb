package org.answerable.leader;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;
import org.answerable.organisation.Topic;
import org.springframework.stereotype.Component;

/**
 * What leaders may do about each other. Nobody gets a role through somebody who does not hold it
 * (one that nobody holds yet anybody may give), and nobody removes whoever holds more; so somebody
 * with every role that the first leader had remains.
 */
@Component
public final class People {
  private final Accounts accounts;
  private final Invitations invitations;
  private final Organisations organisations;
  private final InstantSource clock;

  People(
      Accounts accounts,
      Invitations invitations,
      Organisations organisations,
      InstantSource clock) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** Everybody of the leader's organisation, by name. */
  public List<Leader> all(Leader by) {
    return accounts.of(by.organisation());
  }

  public List<Invitation> invitations(Leader by) {
    return accounts.invitations(by.organisation(), today(by));
  }

  /**
   * Topics that no leader can read: nobody has their role, or only people whom another of their
   * roles keeps from them.
   */
  public List<Topic> unread(Leader by) {
    var leaders = accounts.of(by.organisation());
    return organisations.get(by.organisation()).topics().stream()
        .filter(topic -> leaders.stream().noneMatch(leader -> reads(leader, topic)))
        .toList();
  }

  /** The last day on which a link that is made now works. */
  public LocalDate lastDayOfNew(Leader by) {
    return today(by).plusDays(Invitations.DAYS);
  }

  /** The roles that this leader may give. */
  public Set<String> givable(Leader by) {
    var givable = declared(by);
    accounts.of(by.organisation()).forEach(other -> givable.removeAll(other.roles()));
    givable.addAll(by.roles());
    givable.retainAll(declared(by));
    return givable;
  }

  public Result invite(Leader by, Set<String> roles) {
    if (roles.isEmpty()) {
      return new NotInvited(new Problem("roles", "Choose at least one role."));
    }
    if (!givable(by).containsAll(roles)) {
      return new NotInvited(new Problem("roles", "Choose among the roles below."));
    }
    var line = new ArrayList<>(accounts.line(by.organisation(), by.account()));
    line.add(by.account());
    return new Invited(invitations.invite(organisations.get(by.organisation()), roles, line));
  }

  public void withdraw(Leader by, TokenHash invitation) {
    accounts.withdraw(by.organisation(), invitation);
  }

  public boolean mayRemove(Leader by, Leader other) {
    var more = declared(by);
    more.retainAll(other.roles());
    more.removeAll(by.roles());
    return more.isEmpty()
        && other.organisation().equals(by.organisation())
        && !other.account().equals(by.account());
  }

  /** False: not allowed, or gone already. */
  public boolean remove(Leader by, UUID account) {
    return accounts
        .find(by.organisation(), account)
        .filter(other -> mayRemove(by, other))
        .map(other -> accounts.remove(other.organisation(), other.account()))
        .orElse(false);
  }

  private static boolean reads(Leader leader, Topic topic) {
    return leader.roles().contains(topic.role())
        && Collections.disjoint(leader.roles(), topic.hiddenFrom());
  }

  private Set<String> declared(Leader by) {
    return organisations.get(by.organisation()).roles().stream()
        .map(Role::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private LocalDate today(Leader by) {
    return organisations.get(by.organisation()).day(clock.instant());
  }

  /** What became of inviting somebody. */
  public sealed interface Result {}

  /**
   * Done.
   *
   * @param token for the link; it can't be had again
   */
  public record Invited(String token) implements Result {
    @Override
    public String toString() {
      return "Invited[redacted]";
    }
  }

  /** Nobody was invited, and why. */
  public record NotInvited(Problem why) implements Result {}
}
