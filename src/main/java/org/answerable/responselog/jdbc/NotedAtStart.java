package org.answerable.responselog.jdbc;

import java.sql.SQLException;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.LogStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Notes at each start what was signed before it and, after a kill, never noted. */
@Component
final class NotedAtStart {
  private static final Logger log = LoggerFactory.getLogger(NotedAtStart.class);
  private final Organisations organisations;
  private final Databases databases;
  private final Continuity continuity;

  NotedAtStart(Organisations organisations, Databases databases, Continuity continuity) {
    this.organisations = organisations;
    this.databases = databases;
    this.continuity = continuity;
  }

  @EventListener(ApplicationReadyEvent.class)
  void catchUp() {
    organisations.ids().forEach(this::catchUp);
  }

  private void catchUp(String organisation) {
    try {
      databases.inTransaction(
          Login.LOG,
          tx -> {
            JdbcSequencer.lock(tx, organisation);
            continuity.catchUp(Databases.on(tx), organisation);
            return organisation;
          });
    } catch (LogStopped e) {
      log.error("{}", e.getMessage());
    } catch (SQLException | DataAccessException e) {
      // the next slot notes it
      log.warn("what the log of {} signed last could not be noted at the start", organisation);
    }
  }
}
