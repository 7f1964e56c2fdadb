package org.answerable.confidential;

import java.util.Optional;
import org.answerable.leader.Leader;
import org.answerable.organisation.Role;

/** As which of the two somebody acts. */
public final class FocalRole {
  private FocalRole() {}

  /** Who is both, as in the demo, acts as the one outside; empty for everybody else. */
  public static Optional<String> of(Leader leader) {
    if (leader.roles().contains(Role.FOCAL_OUTSIDE)) {
      return Optional.of(Role.FOCAL_OUTSIDE);
    }
    return leader.roles().contains(Role.FOCAL_INSIDE)
        ? Optional.of(Role.FOCAL_INSIDE)
        : Optional.empty();
  }
}
