package org.answerable.platform;

import java.util.Locale;

/** The database's logins. Each sees what its work needs and nothing else: {@code R__grants.sql}. */
public enum Login {
  /** What arrives: vault, sessions, intake, release. */
  INTAKE(10),
  /** The outbox, and the way to a phone. */
  DELIVERY(3),
  /** What waits for a reader. */
  READER(1),
  /** Views of released feedback; accounts. */
  INBOX(4),
  /** Order of the log at slots. */
  LOG(2),
  /** Views of what is public. */
  PUBLIC(4),
  /** What only focal points may read, sealed. */
  FOCAL(2),
  /** Polls: their opening, close and count. */
  POLL(2),
  /** db-scheduler's table. */
  SCHEDULER(2);

  private final int connections;

  Login(int connections) {
    this.connections = connections;
  }

  /** The most connections of one node's pool. */
  public int connections() {
    return connections;
  }

  /** The word in the login's name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
