package org.answerable.channel.twilio;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.answerable.channel.PoisonMessages;
import org.answerable.platform.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts of one number that could not be taken while others could. After some runs they are set
 * aside, and tried no more by this node; Twilio keeps its copy as long as it keeps any. Not safe
 * for use by many threads.
 */
final class TextsInTrouble {
  /** In how many runs one is tried. */
  static final int RUNS = 5;

  /** As many are told apart; with more, all begin anew. */
  private static final int MOST = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(TextsInTrouble.class);
  private final PoisonMessages messages;
  private final Map<String, Integer> runs = new HashMap<>();
  private final Set<String> aside = new HashSet<>();

  TextsInTrouble(PoisonMessages messages) {
    this.messages = messages;
  }

  boolean isSetAside(String id) {
    return aside.contains(id);
  }

  /**
   * Counts one more run.
   *
   * @param ids of each the name of the class of what went wrong
   */
  void count(String organisation, String channel, Map<String, String> ids) {
    if (runs.size() + aside.size() > MOST) {
      runs.clear();
      aside.clear();
    }
    ids.forEach(
        (id, why) -> {
          boolean last = runs.merge(id, 1, Integer::sum) >= RUNS;
          if (last
              && messages.setAside(organisation, channel, Sha256.of(channel + ":" + id), why)) {
            LOG.warn("channel {}: a text could not be taken and was set aside: {}", channel, why);
            runs.remove(id);
            aside.add(id);
          }
        });
  }
}
