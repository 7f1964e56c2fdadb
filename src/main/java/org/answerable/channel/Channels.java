package org.answerable.channel;

import java.util.List;
import java.util.Optional;

/** Every channel of every organisation. Immutable. */
public record Channels(List<Channel> all) {
  public Channels {
    all = List.copyOf(all);
  }

  public Optional<Channel> find(String id) {
    return all.stream().filter(channel -> channel.id().equals(id)).findFirst();
  }
}
