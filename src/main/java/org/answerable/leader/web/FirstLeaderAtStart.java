package org.answerable.leader.web;

import org.answerable.leader.Accounts;
import org.answerable.leader.FirstLeader;
import org.answerable.leader.Invitations;
import org.answerable.organisation.Organisations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints the first links once the pages behind them can be opened. */
@Component
@ConditionalOnWebApplication
final class FirstLeaderAtStart {
  private final FirstLeader firstLeader;

  FirstLeaderAtStart(
      Accounts accounts, Invitations invitations, Organisations organisations, WebSettings settings) {
    this.firstLeader = new FirstLeader(accounts, invitations, organisations, settings.publicUrl());
  }

  @Order(Ordered.LOWEST_PRECEDENCE)
  @EventListener(ApplicationReadyEvent.class)
  void print() {
    firstLeader.invite(System.out);
  }
}
