package org.answerable.poll;

import org.answerable.flow.BallotWords;
import org.answerable.leader.Accounts;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Watch;
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
      Ballots ballots,
      PollKeys keys,
      Electorate electorate,
      Priorities priorities,
      Uncounted uncounted,
      Staging staging,
      Ids ids) {
    return new Closing(
        databases, polls, ballots, keys, electorate, priorities, uncounted, staging, ids);
  }

  @Bean
  PollSweep pollSweep(
      Databases databases,
      Polls polls,
      Ballots ballots,
      PollKeys keys,
      Closing closing,
      Uncounted uncounted) {
    return new PollSweep(databases, polls, ballots, keys, closing, uncounted);
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
  Voting voting(Polls polls, Ballots ballots, PollKeys keys, BallotWords words) {
    return new OpenPolls(polls, ballots, keys, words);
  }

  /** Which polls are open, and what may be told of them. */
  @Bean
  Watch pollWatch(Voting voting, SoFar soFar, Organisations organisations) {
    return new Watch(
        "polls",
        PollLimits.WATCH,
        organisations.ids(),
        organisation -> {
          voting.refresh(organisation);
          soFar.refresh(organisation);
        });
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
