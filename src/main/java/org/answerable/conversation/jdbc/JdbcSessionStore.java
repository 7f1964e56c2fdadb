package org.answerable.conversation.jdbc;

import java.util.Optional;
import java.util.UUID;
import org.answerable.conversation.SealedSession;
import org.answerable.conversation.SessionStore;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.springframework.stereotype.Component;

/** Sessions in PostgreSQL; the group commit writes them. */
@Component
final class JdbcSessionStore implements SessionStore {
  private final Databases databases;

  JdbcSessionStore(Databases databases) {
    this.databases = databases;
  }

  @Override
  public Optional<SealedSession> find(String organisation, UUID who) {
    return databases
        .as(Login.INTAKE)
        .sql(
            """
            select turn, state from conversation.session where organisation = ? and who = ?
            """)
        .params(organisation, who)
        .query((row, n) -> new SealedSession(row.getLong(1), row.getBytes(2)))
        .optional();
  }
}
