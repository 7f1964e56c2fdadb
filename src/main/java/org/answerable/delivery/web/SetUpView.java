package org.answerable.delivery.web;

import java.util.List;
import org.answerable.channel.ProviderSetUp;

/**
 * What to enter at a provider.
 *
 * @param missing what it lacks
 * @param asked whether it was asked; if not, nothing is known
 */
public record SetUpView(
    String channel, List<ProviderSetUp.Entry> entries, List<String> missing, boolean asked) {
  public SetUpView {
    entries = List.copyOf(entries);
    missing = List.copyOf(missing);
  }

  static SetUpView of(ProviderSetUp setUp, boolean ask) {
    return new SetUpView(setUp.channel(), setUp.entries(), ask ? setUp.missing() : List.of(), ask);
  }
}
