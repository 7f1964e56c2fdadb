package org.answerable.conversation;

import java.io.IOException;
import java.util.List;
import org.answerable.channel.Inbound;
import org.answerable.constituent.Vault;
import org.answerable.effect.EffectWriter;
import org.answerable.effect.GroupCommit;
import org.answerable.effect.jdbc.JdbcTurnLedger;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.responselog.Receipts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the conversation. */
@Configuration(proxyBeanMethods = false)
class ConversationConfig {
  /** One writes while the other gathers; more would only make the batches smaller. */
  private static final int COMMIT_THREADS = 2;

  @Bean
  GroupCommit groupCommit(Databases databases, List<EffectWriter<?>> writers) {
    return new GroupCommit(
        databases.source(Login.INTAKE), new JdbcTurnLedger(), writers, COMMIT_THREADS);
  }

  @Bean
  Flows flows(AnswerableProperties properties) throws IOException {
    return Flows.read(properties.flowsDir());
  }

  @Bean
  Inbound conversation(
      Organisations organisations,
      Vault vault,
      SessionStore store,
      SessionCache cache,
      EpochKeys keys,
      Flows flows,
      Receipts receipts,
      GroupCommit commit,
      AnswerableProperties properties,
      Ids ids) {
    var seals = new Seals(keys);
    var phrases = new Phrases(flows.texts(), properties.publicUrl(), organisations);
    var decider =
        new Decider(
            flows.keywords(),
            flows.greetings(),
            phrases,
            new FeedbackTalk(flows.engine(), phrases, ids),
            new LanguageTalk(flows.engine(), phrases));
    return new Conversation(
        organisations,
        vault,
        new Sessions(store, cache, seals),
        seals,
        decider,
        receipts,
        commit);
  }
}
