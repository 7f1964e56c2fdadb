package org.answerable.leader.web;

import java.util.Collection;
import java.util.List;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Role;
import org.answerable.organisation.Topic;

/** Roles and topics in words, roles in the order of the organisation's file. */
final class RoleNames {
  /** The rooms speak English in this version. */
  private static final String LANGUAGE = "en";

  private RoleNames() {}

  static List<String> of(Organisation organisation, Collection<String> roles) {
    return organisation.roles().stream()
        .filter(role -> roles.contains(role.id()))
        .map(RoleNames::of)
        .toList();
  }

  static String title(Topic topic) {
    return topic.title().in(LANGUAGE);
  }

  static String of(Role role) {
    return role.name().in(LANGUAGE);
  }
}
