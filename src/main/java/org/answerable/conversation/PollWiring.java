package org.answerable.conversation;

import java.time.Duration;
import java.time.InstantSource;
import org.answerable.constituent.Epochs;
import org.answerable.constituent.Vault;
import org.answerable.conversation.decision.Flows;
import org.answerable.delivery.Telling;
import org.answerable.effect.GroupCommit;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.TimedWork;
import org.answerable.poll.Electorate;
import org.answerable.poll.PollLimits;
import org.answerable.poll.Voting;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What polls need of people, whom they don't know. */
@Configuration(proxyBeanMethods = false)
class PollWiring {
  @Bean
  Electorate electorate(@Qualifier("deliveryVault") Vault vault, InstantSource clock) {
    return new VaultElectorate(vault, clock);
  }

  @Bean
  TimedWork pollCalls(
      @Qualifier("deliveryVault") Vault reached,
      Voting voting,
      Telling telling,
      PollClaims claims,
      Flows flows,
      Organisations organisations,
      InstantSource clock,
      AnswerableProperties properties) {
    Duration beat = properties.demo() ? PollLimits.DEMO_BEAT : PollLimits.BEAT;
    Duration pause = properties.demo() ? Duration.ZERO : PollLimits.TOLD_LOOK;
    return TimedWork.each(
        organisations.all(),
        home -> {
          var calls = new PollCalls(reached, voting, telling, claims, flows, home, pause);
          return TimedWork.every(beat, "poll-calls-" + home.id(), () -> calls.run(clock.instant()));
        });
  }

  @Bean
  PollClaims pollClaims(
      Vault vault,
      Sessions sessions,
      Seals seals,
      GroupCommit commit,
      Epochs epochs,
      Voting voting) {
    return new PollClaims(vault, sessions, seals, commit, epochs, voting);
  }
}
