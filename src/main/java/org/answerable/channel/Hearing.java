package org.answerable.channel;

import java.util.Optional;

/** Whether what people write through a channel arrives here, where that is known. */
public interface Hearing {
  /**
   * Why nothing comes in; empty: it does, as far as is known.
   *
   * @param channel its id
   * @return a sentence without words or addresses of anybody
   */
  Optional<String> trouble(String channel);
}
