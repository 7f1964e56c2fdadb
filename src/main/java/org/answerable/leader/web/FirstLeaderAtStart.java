package org.answerable.leader.web;

import org.answerable.leader.Accounts;
import org.answerable.leader.FirstLeader;
import org.answerable.leader.Invitations;
import org.answerable.organisation.Organisations;
import org.answerable.platform.StartNote;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands out the first links once the pages behind them can be opened. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class FirstLeaderAtStart {
  @Bean
  StartNote firstLinks(
      Accounts accounts,
      Invitations invitations,
      Organisations organisations,
      WebSettings settings) {
    return new FirstLeader(accounts, invitations, organisations, settings.publicUrl())::links;
  }
}
