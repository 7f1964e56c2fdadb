package org.answerable.leader;

import java.time.LocalDate;
import java.util.Set;

/**
 * The right to make one account.
 *
 * @param hash of the token in the link; the token itself is kept nowhere
 * @param expires the last day on which it works
 */
public record Invitation(
    String organisation, TokenHash hash, Set<String> roles, LocalDate expires) {
  public Invitation {
    roles = Set.copyOf(roles);
  }
}
