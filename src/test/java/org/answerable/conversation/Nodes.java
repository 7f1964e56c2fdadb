package org.answerable.conversation;

import java.util.ArrayList;
import java.util.List;
import org.answerable.channel.Inbound;
import org.answerable.constituent.Epochs;
import org.answerable.constituent.Vault;
import org.answerable.conversation.decision.Flows;
import org.answerable.conversation.decision.Phrases;
import org.answerable.effect.EffectWriter;
import org.answerable.effect.GroupCommit;
import org.answerable.effect.jdbc.JdbcTurnLedger;
import org.answerable.intake.words.WordLists;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.poll.Voting;
import org.springframework.context.ApplicationContext;

/** Nodes that have just started beside an application, on its database, Redis and keys. */
final class Nodes implements AutoCloseable {
  private static final int WRITERS = 2;
  private final ApplicationContext beside;
  private final List<GroupCommit> commits = new ArrayList<>();

  Nodes(ApplicationContext beside) {
    this.beside = beside;
  }

  Inbound start() {
    return start(beside.getBean(Ids.class));
  }

  Inbound start(Ids ids) {
    List<EffectWriter<?>> writers =
        beside.getBeansOfType(EffectWriter.class).values().stream()
            .<EffectWriter<?>>map(it -> it)
            .toList();
    var commit =
        new GroupCommit(
            beside.getBean(Databases.class).source(Login.INTAKE),
            new JdbcTurnLedger(),
            writers,
            WRITERS);
    commits.add(commit);
    return new ConversationConfig()
        .conversation(
            beside.getBean(Organisations.class),
            beside.getBean(Vault.class),
            beside.getBean(Sessions.class),
            beside.getBean(Seals.class),
            beside.getBean(Phrases.class),
            beside.getBean(Flows.class),
            beside.getBean(WordLists.class),
            beside.getBean(FactFinder.class),
            commit,
            beside.getBean(Epochs.class),
            beside.getBean(Voting.class),
            beside.getBean(KnownMessages.class),
            ids);
  }

  @Override
  public void close() {
    commits.forEach(GroupCommit::close);
  }
}
