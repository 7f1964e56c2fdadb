package org.answerable.conversation;

import java.time.Duration;
import java.time.InstantSource;
import org.answerable.constituent.Epochs;
import org.answerable.constituent.Vault;
import org.answerable.delivery.Telling;
import org.answerable.effect.GroupCommit;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.TimedWork;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.PollKeys;
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
  PollCalls pollCalls(
      @Qualifier("deliveryVault") Vault reached,
      Vault vault,
      Voting voting,
      Telling telling,
      SessionStore store,
      SessionCache cache,
      EpochKeys keys,
      PollKeys pollKeys,
      GroupCommit commit,
      Epochs epochs,
      Flows flows) {
    var seals = new Seals(keys, pollKeys);
    var sessions = new Sessions(store, cache, seals);
    var claims = new PollClaims(vault, sessions, seals, commit, epochs, voting);
    return new PollCalls(reached, voting, telling, claims, flows);
  }

  @Bean
  TimedWork pollCallsWork(
      PollCalls calls,
      Organisations organisations,
      InstantSource clock,
      AnswerableProperties properties) {
    Duration beat = properties.demo() ? PollLimits.DEMO_BEAT : PollLimits.BEAT;
    return TimedWork.each(
        organisations.all(),
        home ->
            TimedWork.every(
                beat, "poll-calls-" + home.id(), () -> calls.run(home, clock.instant())));
  }
}
