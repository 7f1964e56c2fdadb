package org.answerable.leader;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who may sign in, and who has been invited to. Safe for use by many threads. */
public interface Accounts {
  /** By the name as typed; letters' case does not matter. Names are unique in the instance. */
  Optional<Credentials> byName(String name);

  Optional<Leader> find(String organisation, UUID account);

  /**
   * Who let somebody in, who let those in, and so on, the first one first. It holds who is gone by
   * now, too.
   */
  List<UUID> line(String organisation, UUID account);

  /** Those of one organisation, by name. */
  List<Leader> of(String organisation);

  /** Ends the account and all its sessions. False if it was not there. */
  boolean remove(String organisation, UUID account);

  void invite(Invitation invitation);

  Optional<Invitation> invitation(TokenHash hash);

  /** What is open, the first to expire first. */
  List<Invitation> invitations(String organisation, LocalDate today);

  /** False if it was not there. */
  boolean withdraw(String organisation, TokenHash hash);

  void withdrawAll(String organisation);

  /** Uses the invitation up and makes the account, both or neither. */
  Joined join(TokenHash hash, LocalDate today, Credentials credentials);

  /** What became of an attempt to join. */
  enum Joined {
    DONE,
    NAME_TAKEN,
    /** The invitation was used, withdrawn, or is past its day. */
    GONE
  }
}
