package org.answerable.effect.jdbc;

import java.util.List;
import org.answerable.effect.EffectWriter;
import org.answerable.effect.GroupCommit;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the commit its database and every module's writers. */
@Configuration(proxyBeanMethods = false)
class EffectConfig {
  /** One writes while the other gathers; more would only make the batches smaller. */
  private static final int COMMIT_THREADS = 2;

  @Bean
  GroupCommit groupCommit(Databases databases, List<EffectWriter<?>> writers) {
    return new GroupCommit(
        databases.source(Login.INTAKE), new JdbcTurnLedger(), writers, COMMIT_THREADS);
  }
}
