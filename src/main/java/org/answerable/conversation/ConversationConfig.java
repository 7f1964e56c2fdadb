package org.answerable.conversation;

import java.io.IOException;
import java.time.InstantSource;
import org.answerable.channel.Channels;
import org.answerable.channel.Inbound;
import org.answerable.channel.MissedCalls;
import org.answerable.constituent.Epochs;
import org.answerable.constituent.Vault;
import org.answerable.delivery.AskedBack;
import org.answerable.effect.GroupCommit;
import org.answerable.flow.BallotWords;
import org.answerable.intake.SentFeedbacks;
import org.answerable.intake.words.WordLists;
import org.answerable.organisation.Lines;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Ids;
import org.answerable.platform.StartNote;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.PollKeys;
import org.answerable.poll.PollTexts;
import org.answerable.poll.Voting;
import org.answerable.responselog.Echoes;
import org.answerable.responselog.Proposals;
import org.answerable.responselog.Receipts;
import org.answerable.responselog.Tree;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Wires the conversation. */
@Configuration(proxyBeanMethods = false)
class ConversationConfig {
  @Bean
  Flows flows(AnswerableProperties properties) throws IOException {
    return Flows.read(properties.flowsDir());
  }

  /** The words around votes: polls read ballots with them. */
  @Bean
  BallotWords ballotWords(Flows flows) {
    return flows.ballots();
  }

  @Bean
  PollTexts pollTexts(Flows flows, WordLists lists) {
    return new PollWording(flows.polls(), lists);
  }

  /** What channels get: nothing reaches the conversation past it. */
  @Bean
  @Primary
  Inbound openLines(
      Organisations organisations, Lines lines, @Qualifier("conversation") Inbound conversation) {
    return new OpenLines(organisations, lines, conversation);
  }

  @Bean
  MissedCalls missedCalls(
      Organisations organisations,
      Lines lines,
      Vault vault,
      EpochKeys keys,
      PollKeys pollKeys,
      Flows flows,
      CallersToday callers,
      Channels channels,
      AnswerableProperties properties) {
    var phrases = new Phrases(flows.texts(), properties.publicUrl(), organisations);
    return new CallTalk(
        organisations, lines, vault, new Seals(keys, pollKeys), phrases, callers, channels);
  }

  @Bean
  StartNote dearTexts(Flows flows, Organisations organisations, AnswerableProperties properties) {
    var phrases = new Phrases(flows.texts(), properties.publicUrl(), organisations);
    return new DearTexts(flows, phrases, organisations);
  }

  @Bean
  LedgerOfTaken ledgerOfTaken(
      Vault vault,
      EpochKeys keys,
      PollKeys pollKeys,
      KnownMessages known,
      OwedReplies owed,
      Organisations organisations,
      InstantSource clock) {
    return new LedgerOfTaken(vault, new Seals(keys, pollKeys), known, owed, organisations, clock);
  }

  @Bean
  AskedBack askedBack(
      Vault vault,
      SentFeedbacks sent,
      SessionStore store,
      SessionCache cache,
      EpochKeys keys,
      PollKeys pollKeys,
      GroupCommit commit,
      Epochs epochs,
      Flows flows,
      InstantSource clock) {
    var seals = new Seals(keys, pollKeys);
    var sessions = new Sessions(store, cache, seals);
    return new Expecting(vault, sent, sessions, seals, commit, epochs, flows.texts(), clock);
  }

  @Bean
  FactFinder factFinder(
      Vault vault,
      Receipts receipts,
      SentFeedbacks sent,
      Tree tree,
      Voting voting,
      Echoes echoes,
      Proposals proposals) {
    return new FactFinder(vault, receipts, sent, tree, voting, echoes, proposals);
  }

  @Bean
  Inbound conversation(
      Organisations organisations,
      Vault vault,
      SessionStore store,
      SessionCache cache,
      EpochKeys keys,
      PollKeys pollKeys,
      Flows flows,
      WordLists lists,
      FactFinder facts,
      GroupCommit commit,
      Epochs epochs,
      Voting voting,
      KnownMessages known,
      AnswerableProperties properties,
      Ids ids) {
    var seals = new Seals(keys, pollKeys);
    var phrases = new Phrases(flows.texts(), properties.publicUrl(), organisations);
    var decider = new Decider(flows, lists, phrases, ids);
    return new Conversation(
        organisations,
        vault,
        new Sessions(store, cache, seals),
        seals,
        decider,
        new Gestures(decider, flows.greetings(), lists, phrases),
        new HelpTalk(flows.engine(), phrases),
        new WordsTalk(flows.engine(), phrases),
        facts,
        new PollFactFinder(voting, seals, known, flows.keywords()),
        commit,
        epochs,
        voting);
  }
}
