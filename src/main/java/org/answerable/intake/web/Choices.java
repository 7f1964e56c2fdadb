package org.answerable.intake.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.answerable.leader.Leader;
import org.answerable.organisation.Deadlines;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Topic;

/** What a reader can choose in an organisation. */
record Choices(Organisation organisation, List<Leader> people) {
  Choices {
    people = List.copyOf(people);
  }

  Optional<Topic> topic(String id) {
    return organisation.topic(id);
  }

  /** Those that have a deadline, or need none; nobody is made to have proposed something. */
  List<Kind> kinds() {
    var deadlines = new Deadlines(organisation);
    return Arrays.stream(Kind.values())
        .filter(kind -> kind != Kind.PROPOSAL && deadlines.know(kind))
        .toList();
  }

  boolean canBeExcluded(String roleOrAccount) {
    return organisation.role(roleOrAccount).isPresent()
        || people.stream().anyMatch(one -> one.account().toString().equals(roleOrAccount));
  }
}
