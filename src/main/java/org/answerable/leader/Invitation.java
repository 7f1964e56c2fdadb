package org.answerable.leader;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The right to make one account.
 *
 * @param hash of the token in the link; the token itself is kept nowhere
 * @param expires the last day on which it works
 * @param line who gave it, behind whoever let them in, and so on; empty: whoever runs the server
 */
public record Invitation(
    String organisation, TokenHash hash, Set<String> roles, LocalDate expires, List<UUID> line) {
  public Invitation {
    roles = Set.copyOf(roles);
    line = List.copyOf(line);
  }
}
