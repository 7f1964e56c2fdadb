package org.answerable.conversation;

import java.io.IOException;
import java.time.InstantSource;
import org.answerable.channel.Channels;
import org.answerable.channel.Inbound;
import org.answerable.channel.MissedCalls;
import org.answerable.constituent.Epochs;
import org.answerable.constituent.Vault;
import org.answerable.conversation.decision.Decider;
import org.answerable.conversation.decision.Flows;
import org.answerable.conversation.decision.Gestures;
import org.answerable.conversation.decision.Phrases;
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
    return FlowFolder.read(properties.flowsDir());
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

  @Bean
  Phrases phrases(Flows flows, Organisations organisations, AnswerableProperties properties) {
    return new Phrases(flows.texts(), properties.publicUrl(), organisations);
  }

  @Bean
  Seals seals(EpochKeys keys, PollKeys pollKeys) {
    return new Seals(keys, pollKeys);
  }

  @Bean
  Sessions sessions(SessionStore store, SessionCache cache, Seals seals) {
    return new Sessions(store, cache, seals);
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
      Seals seals,
      Phrases phrases,
      CallersToday callers,
      Channels channels) {
    return new TextingBack(organisations, lines, vault, seals, phrases, callers, channels);
  }

  @Bean
  StartNote dearTexts(Flows flows, Phrases phrases, Organisations organisations) {
    return new DearTexts(flows, phrases, organisations);
  }

  @Bean
  LedgerOfTaken ledgerOfTaken(
      Vault vault,
      Seals seals,
      KnownMessages known,
      OwedReplies owed,
      Organisations organisations,
      InstantSource clock) {
    return new LedgerOfTaken(vault, seals, known, owed, organisations, clock);
  }

  @Bean
  AskedBack askedBack(
      Vault vault,
      SentFeedbacks sent,
      Sessions sessions,
      Seals seals,
      GroupCommit commit,
      Epochs epochs,
      Flows flows,
      InstantSource clock) {
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
      Sessions sessions,
      Seals seals,
      Phrases phrases,
      Flows flows,
      WordLists lists,
      FactFinder facts,
      GroupCommit commit,
      Epochs epochs,
      Voting voting,
      KnownMessages known,
      Ids ids) {
    var decider = new Decider(flows, lists, phrases, ids);
    return new Conversation(
        organisations,
        vault,
        sessions,
        seals,
        decider,
        new Gestures(decider, flows.greetings(), lists, phrases),
        facts,
        new PollFactFinder(voting, seals, known, flows.keywords()),
        commit,
        epochs,
        voting);
  }
}
