package org.answerable.channel;

import java.util.List;

/** Of every channel that has one. */
public record ProviderSetUps(List<ProviderSetUp> all) {
  public ProviderSetUps {
    all = List.copyOf(all);
  }

  public List<ProviderSetUp> of(String organisation) {
    return all.stream().filter(one -> one.organisation().equals(organisation)).toList();
  }
}
