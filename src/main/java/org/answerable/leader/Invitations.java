package org.answerable.leader;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Ids;
import org.springframework.stereotype.Component;

/** How somebody becomes a leader: by a link that works once and for seven days. */
@Component
public final class Invitations {
  static final int DAYS = 7;

  private final Accounts accounts;
  private final Passwords passwords;
  private final SignIn signIn;
  private final Organisations organisations;
  private final Ids ids;
  private final InstantSource clock;

  Invitations(
      Accounts accounts,
      Passwords passwords,
      SignIn signIn,
      Organisations organisations,
      Ids ids,
      InstantSource clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.signIn = signIn;
    this.organisations = organisations;
    this.ids = ids;
    this.clock = clock;
  }

  /** The token of a new link that whoever runs the server gives. */
  public String invite(Organisation to, Set<String> roles) {
    return invite(to, roles, List.of());
  }

  /**
   * The token of a new link: 256 random bits. It is shown once; only its hash is kept.
   *
   * @param line who gives it, behind whoever let them in, and so on
   */
  public String invite(Organisation to, Set<String> roles, List<UUID> line) {
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(ids.salt());
    var expires = to.day(clock.instant()).plusDays(DAYS);
    accounts.invite(new Invitation(to.id(), TokenHash.of(token), roles, expires, line));
    return token;
  }

  public Optional<Invitation> find(String token) {
    return accounts
        .invitation(TokenHash.of(token))
        .filter(found -> organisations.find(found.organisation()).isPresent())
        .filter(
            found -> {
              var organisation = organisations.get(found.organisation());
              return !organisation.day(clock.instant()).isAfter(found.expires());
            });
  }

  /** Makes the account that the link allows. */
  public Result accept(String token, String typedName, String password, String again) {
    var found = find(token).orElse(null);
    if (found == null) {
      return new Gone();
    }
    String name = Names.tidy(typedName);
    var problems = new ArrayList<>(Names.check(name));
    problems.addAll(PasswordRules.check(password, name, found.organisation()));
    if (!password.equals(again)) {
      problems.add(new Problem("again", "Write the same password in both fields."));
    }
    return problems.isEmpty() ? join(found, name, password) : new Refused(problems);
  }

  private Result join(Invitation by, String name, String password) {
    var leader = new Leader(ids.uuid(), by.organisation(), name, by.roles());
    String hash = passwords.hash(password);
    if (hash == null) {
      return refused("password", "Many people are signing in. Try again in a minute.");
    }
    var today = organisations.get(by.organisation()).day(clock.instant());
    return switch (accounts.join(by.hash(), today, new Credentials(leader, hash))) {
      case DONE -> new Accepted(signIn.welcome(leader));
      case GONE -> new Gone();
      case NAME_TAKEN -> refused("name", "Somebody has this name already. Choose another.");
    };
  }

  private static Refused refused(String field, String text) {
    return new Refused(List.of(new Problem(field, text)));
  }

  /** What became of an attempt to accept. */
  public sealed interface Result {}

  /** They have an account, and are signed in. */
  public record Accepted(SignIn.Welcome welcome) implements Result {}

  /** Nothing was changed; the link still works. */
  public record Refused(List<Problem> problems) implements Result {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** The link was used, withdrawn, is past its day, or never was. */
  public record Gone() implements Result {}
}
