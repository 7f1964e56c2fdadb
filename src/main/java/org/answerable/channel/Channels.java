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

  /**
   * The same for what tells by its moment that somebody wrote, or what about, as an alarm: no
   * leader is shown how its sends go.
   */
  public Optional<Channel> unwatched(String id) {
    return find(id).map(one -> one instanceof WatchedChannel watched ? watched.inside() : one);
  }
}
