package org.answerable.poll;

import org.answerable.flow.BallotWords;
import org.answerable.leader.Accounts;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.keys.PollKeys;
import org.answerable.responselog.Proposals;
import org.answerable.responselog.Staging;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires polls. */
@Configuration(proxyBeanMethods = false)
class PollConfig {
  @Bean
  Closing pollClosing(
      Databases databases,
      Polls polls,
      PollKeys keys,
      Electorate electorate,
      Priorities priorities,
      Staging staging,
      Ids ids) {
    return new Closing(databases, polls, keys, electorate, priorities, staging, ids);
  }

  @Bean
  PollSweep pollSweep(Databases databases, Polls polls, PollKeys keys, Closing closing) {
    return new PollSweep(databases, polls, keys, closing);
  }

  @Bean
  Stepping pollStepping(PollSteps steps, Electorate electorate) {
    return new Stepping(steps, electorate);
  }

  @Bean
  SoFar votesSoFar(PollSteps steps) {
    return new SoFar(steps);
  }

  @Bean
  Voting voting(Polls polls, PollKeys keys, BallotWords words) {
    return new OpenPolls(polls, keys, words);
  }

  @Bean
  Removing removingOfPolls(
      Databases databases, Polls polls, PublishedPolls published, Staging staging) {
    return new Removing(databases, polls, published, staging);
  }

  @Bean
  SettingUp settingUpPolls(
      Databases databases,
      Accounts accounts,
      Polls polls,
      PollKeys keys,
      Closing closing,
      Staging staging,
      Ids ids,
      PollTexts texts,
      PollSteps steps,
      Proposals proposals) {
    return new SettingUp(
        databases, accounts, polls, keys, closing, staging, ids, texts, steps, proposals);
  }
}
