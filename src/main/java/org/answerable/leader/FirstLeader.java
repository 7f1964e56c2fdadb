package org.answerable.leader;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;

/** Lets whoever starts the application in: prints a link for each organisation without a leader. */
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
  public void invite(PrintStream out) {
    for (var organisation : organisations.all()) {
      if (accounts.of(organisation.id()).isEmpty()) {
        out.print(line(organisation));
      }
    }
    out.flush();
  }

  private String line(Organisation organisation) {
    accounts.withdrawAll(organisation.id());
    var everyRole = organisation.roles().stream().map(Role::id).collect(Collectors.toSet());
    String token = invitations.invite(organisation, everyRole);
    return "%n%s has no leader yet. This link makes the first one, once, within %d days:%n  %s/invitation/%s%n%n"
        .formatted(organisation.name(), Invitations.DAYS, publicUrl, token);
  }
}
