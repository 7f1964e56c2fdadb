package org.answerable.intake.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.answerable.intake.Confiding;
import org.answerable.intake.ConfidingAtOnce;
import org.answerable.intake.ReleaseTarget;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In one transaction: gone from where readers or leaders had it, and with the focal point. */
@Component
final class JdbcConfidingAtOnce implements ConfidingAtOnce {
  private final Databases databases;
  private final ReleaseTarget target;
  private final Confiding confiding;

  JdbcConfidingAtOnce(Databases databases, ReleaseTarget target, Confiding confiding) {
    this.databases = databases;
    this.target = target;
    this.confiding = confiding;
  }

  @Override
  public void confide(Organisation organisation, UUID feedback, Instant now) throws SQLException {
    databases.inTransaction(
        Login.INTAKE,
        tx -> {
          JdbcClient client = Databases.on(tx);
          var rows = new IntakeRows(client, organisation);
          rows.lock();
          new DecisionRows(client, organisation).applyConfidential(feedback);
          target.confide(tx, organisation.id(), feedback);
          return rows.confide(tx, confiding, now);
        });
  }
}
