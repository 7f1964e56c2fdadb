package org.answerable.feedback;

import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.feedback.Feedbacks.Scope;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Role;
import org.answerable.organisation.Topic;

/** What a leader may see, for many at once: the rule of {@link FeedbackRules#actingRole}. */
final class Scopes {
  private Scopes() {}

  static Scope of(Organisation organisation, Leader leader) {
    var hidden =
        organisation.topics().stream()
            .filter(topic -> topic.hiddenFrom().stream().anyMatch(leader.roles()::contains))
            .map(Topic::id)
            .collect(Collectors.toSet());
    var topics = organisation.topics().stream().map(Topic::id).collect(Collectors.toSet());
    topics.add(Topic.UNSORTED);
    boolean readerAlone = leader.roles().equals(Set.of(Role.READER));
    return new Scope(
        organisation.id(), leader.account(), leader.roles(), topics, hidden, readerAlone);
  }
}
