package org.answerable.leader.web;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.answerable.leader.Invitation;
import org.answerable.leader.Leader;
import org.answerable.leader.People;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People and invitations in words. */
@Component
final class PeopleView {
  private final People people;
  private final Organisations organisations;
  private final WebSettings settings;

  PeopleView(People people, Organisations organisations, WebSettings settings) {
    this.people = people;
    this.organisations = organisations;
    this.settings = settings;
  }

  PeoplePage of(Leader leader, @Nullable String token) {
    var organisation = organisations.get(leader.organisation());
    return new PeoplePage(
        people.all(leader).stream().map(other -> person(leader, other, organisation)).toList(),
        people.invitations(leader).stream().map(open -> open(open, organisation)).toList(),
        choices(leader, organisation),
        people.unread(leader).stream().map(topic -> unread(topic, organisation)).toList(),
        token == null ? null : settings.invitation(token),
        token == null ? null : Days.words(people.lastDayOfNew(leader)));
  }

  private PeoplePage.Person person(Leader leader, Leader other, Organisation organisation) {
    return new PeoplePage.Person(
        other.account().toString(),
        other.name(),
        words(organisation, other.roles()),
        other.account().equals(leader.account()),
        people.mayRemove(leader, other));
  }

  private static PeoplePage.Open open(Invitation invitation, Organisation organisation) {
    return new PeoplePage.Open(
        invitation.hash().hex(),
        words(organisation, invitation.roles()),
        Days.words(invitation.expires()));
  }

  private List<PeoplePage.Choice> choices(Leader leader, Organisation organisation) {
    var givable = people.givable(leader);
    return organisation.roles().stream()
        .filter(role -> givable.contains(role.id()))
        .map(role -> new PeoplePage.Choice(role.id(), RoleNames.of(role)))
        .toList();
  }

  private static PeoplePage.Unread unread(Topic topic, Organisation organisation) {
    return new PeoplePage.Unread(
        RoleNames.title(topic),
        words(organisation, Set.of(topic.role())),
        String.join(" or ", RoleNames.of(organisation, topic.hiddenFrom())));
  }

  private static String words(Organisation organisation, Collection<String> roles) {
    return String.join(", ", RoleNames.of(organisation, roles));
  }
}
