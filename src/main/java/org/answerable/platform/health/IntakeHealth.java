package org.answerable.platform.health;

import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.KeyRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Whether a message could be taken now. Redis has no say: it never decides. */
@Component("intake")
class IntakeHealth implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeHealth.class);
  private final Databases databases;
  private final EpochKeys keys;

  IntakeHealth(Databases databases, EpochKeys keys) {
    this.databases = databases;
    this.keys = keys;
  }

  @Override
  public Health health() {
    return couldTake() ? Health.up().build() : Health.down().build();
  }

  boolean couldTake() {
    try {
      return canWrite() && hasKeys();
    } catch (DataAccessException e) {
      var cause = e.getMostSpecificCause(); // only the name: a message may quote
      LOG.warn("The database can't be reached: {}", cause.getClass().getSimpleName());
    } catch (KeyRefused e) {
      LOG.warn("{}", e.getMessage());
    }
    return false;
  }

  /** Not so on a standby, or while PostgreSQL recovers. */
  private boolean canWrite() {
    return databases
        .as(Login.INTAKE)
        .sql(
            """
            select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'
            """)
        .query(Boolean.class)
        .single();
  }

  private boolean hasKeys() {
    databases
        .as(Login.INTAKE)
        .sql("select organisation, epoch from constituent.epoch")
        .query((row, number) -> keys.of(row.getString("organisation"), row.getInt("epoch")))
        .list();
    return true;
  }
}
