package org.answerable.channel;

import java.util.List;

/** What somebody must enter at a provider so that a channel works, and whether it is there. */
public interface ProviderSetUp {
  /** The channel's id. */
  String channel();

  String organisation();

  /** What to enter. */
  List<Entry> entries();

  /**
   * Asks the provider, in a bounded time.
   *
   * @return what is missing there, each a sentence with what to do; empty: nothing
   */
  List<String> missing();

  /**
   * One field there.
   *
   * @param where as the provider names it
   */
  record Entry(String where, String what) {}
}
