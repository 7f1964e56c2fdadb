package org.answerable.leader.jdbc;

import java.time.LocalDate;
import org.answerable.leader.Drills;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drills as the inbox's login sees them. */
@Configuration(proxyBeanMethods = false)
class DrillsConfig {
  @Bean
  Drills drills(Databases databases) {
    return new Drills(
        organisation ->
            databases
                .as(Login.INBOX)
                .sql("select last from inbox.drill where organisation = ?")
                .param(organisation)
                .query(LocalDate.class)
                .optional());
  }
}
