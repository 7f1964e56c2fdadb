package org.answerable.organisation;

import java.util.List;
import java.util.Optional;

/** All organisations of this instance. Immutable. */
public record Organisations(List<Organisation> all) {
  public Organisations {
    all = List.copyOf(all);
  }

  public Optional<Organisation> find(String id) {
    return all.stream().filter(organisation -> organisation.id().equals(id)).findFirst();
  }

  /** The organisation of an id that came from our own data; anything else is our own bug. */
  public Organisation get(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no organisation " + id));
  }
}
