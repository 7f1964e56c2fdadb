package org.answerable.leader;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/** Who is signed in: the principal of a request to the inbox. */
public record Leader(UUID account, String organisation, String name, Set<String> roles)
    implements Serializable {
  private static final long serialVersionUID = 1;

  public Leader {
    roles = Set.copyOf(roles);
  }

  /** Libraries print the principal of a request. */
  @Override
  public String toString() {
    return "Leader[redacted]";
  }
}
