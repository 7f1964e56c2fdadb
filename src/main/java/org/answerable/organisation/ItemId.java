package org.answerable.organisation;

import java.util.Set;

/** The ids of roles, topics and channels. */
final class ItemId {
  private static final String FORM = "[a-z][a-z0-9-]{0,39}";

  private ItemId() {}

  /** Whether the id can be used; where not, a problem was noted. */
  static boolean takes(Section section, String id, Set<String> taken) {
    if (id.isEmpty()) {
      return false;
    }
    if (!id.matches(FORM)) {
      section.problem(
          "id", "\"" + id + "\" can't be an id; write small letters, digits and hyphens");
      return false;
    }
    if (taken.contains(id)) {
      section.problem("id", "the id \"" + id + "\" stands here twice; give each its own");
      return false;
    }
    return true;
  }
}
