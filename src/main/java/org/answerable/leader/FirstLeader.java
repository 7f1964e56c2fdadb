package org.answerable.leader;

import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;

/** Lets whoever starts the application in: a link for each organisation without a leader. */
public final class FirstLeader {
  private final Accounts accounts;
  private final Invitations invitations;
  private final Organisations organisations;
  private final String publicUrl;

  public FirstLeader(
      Accounts accounts, Invitations invitations, Organisations organisations, String publicUrl) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.organisations = organisations;
    this.publicUrl = publicUrl;
  }

  /** At each start; the links of earlier starts end. Not through the log: links open doors. */
  public String links() {
    return organisations.all().stream()
        .filter(organisation -> accounts.of(organisation.id()).isEmpty())
        .map(this::link)
        .collect(Collectors.joining());
  }

  private String link(Organisation organisation) {
    accounts.withdrawAll(organisation.id());
    String token = invitations.invite(organisation, roles(organisation));
    return """

    %s has no leader yet. This link makes the first one, once, within %d days:
      %s/invitation/%s

    """
        .formatted(organisation.name(), Invitations.DAYS, publicUrl, token);
  }

  /**
   * All but the one that must be somebody outside: whoever gets it first can't be removed, nor
   * joined by another, from inside. In the demo one person tries everything.
   */
  private static Set<String> roles(Organisation organisation) {
    return organisation.roles().stream()
        .map(Role::id)
        .filter(role -> organisation.demo() || !role.equals(Role.FOCAL_OUTSIDE))
        .collect(Collectors.toSet());
  }
}
