package org.answerable.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** The file's roles, and whom each escalates to. */
record Roles(List<Role> all) {
  private static final Map<String, String> REQUIRED =
      new TreeMap<>(
          Map.of(
              Role.READER, "it sees what nobody sorted",
              Role.FOCAL_OUTSIDE, "it reads first what only a trained person may read",
              Role.FOCAL_INSIDE, "it gets what the focal point outside shares"));
  private static final Set<String> FOCAL = Set.of(Role.FOCAL_OUTSIDE, Role.FOCAL_INSIDE);

  static Roles read(Section top, Languages languages) {
    Map<String, Role> roles = new LinkedHashMap<>();
    Map<String, Section> sections = new HashMap<>();
    for (Node node : top.items("roles", FileLimits.ROLES)) {
      Section section = Section.of(node, "a role", Keys.ROLE, top.problems());
      Role role = role(section, languages);
      if (ItemId.takes(section, role.id(), roles.keySet())) {
        roles.put(role.id(), role);
        sections.put(role.id(), section);
      }
    }
    if (!roles.isEmpty()) {
      REQUIRED.forEach((id, why) -> checkThere(id, why, roles.keySet(), top));
    }
    Roles result = new Roles(List.copyOf(roles.values()));
    sections.forEach((id, section) -> result.checkEscalation(id, section));
    return result;
  }

  private static void checkThere(String id, String why, Set<String> roles, Section top) {
    if (!roles.contains(id)) {
      top.problem("roles", "the role \"" + id + "\" is missing; add it: " + why);
    }
  }

  private static Role role(Section section, Languages languages) {
    return new Role(
        section.text("id", FileLimits.NAME_CHARS),
        languages.localised(section, "name", FileLimits.NAME_CHARS),
        section.has("escalates-to") ? section.text("escalates-to", FileLimits.NAME_CHARS) : null);
  }

  boolean known(String id) {
    return all.stream().anyMatch(role -> role.id().equals(id));
  }

  List<String> ids() {
    return all.stream().map(Role::id).toList();
  }

  /** The roles that get, one after the other, what this one leaves unanswered. */
  List<String> above(String id) {
    List<String> chain = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(id));
    for (String next = next(id); next != null && seen.add(next); next = next(next)) {
      chain.add(next);
    }
    return chain;
  }

  private void checkEscalation(String id, Section section) {
    String next = next(id);
    if (next == null || next.isEmpty()) {
      return;
    }
    if (!known(next)) {
      section.problem(
          "escalates-to", "unknown role \"" + next + "\"; " + Words.nearest(next, ids()));
      return;
    }
    if (FOCAL.contains(id) || FOCAL.contains(next)) {
      section.problem(
          "escalates-to",
          "focal points pass nothing on and get nothing passed on; remove this line");
      return;
    }
    List<String> above = above(id);
    String last = above.isEmpty() ? id : above.getLast();
    if (id.equals(next(last))) {
      section.problem(
          "escalates-to",
          "\"" + id + "\" escalates in a circle; let one role of the circle escalate to nobody");
    }
  }

  private @Nullable String next(String id) {
    return all.stream()
        .filter(role -> role.id().equals(id))
        .findFirst()
        .map(Role::escalatesTo)
        .orElse(null);
  }
}
