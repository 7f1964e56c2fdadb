package org.answerable.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a send. Closed: delivery decides by it and by nothing else. */
public sealed interface SendResult {
  /** The provider accepted it. */
  record Sent() implements SendResult {}

  /**
   * Nothing was accepted; try later.
   *
   * @param after the provider's own wish, if it said one
   */
  record Retry(String why, @Nullable Duration after) implements SendResult {}

  /** The provider may have accepted it, and did not say. */
  record Uncertain(String why) implements SendResult {}

  /** It can never be sent as it is. */
  record Failed(String why) implements SendResult {}

  /** The provider knows no such phone, or none any more. Not one that is merely off. */
  record Gone() implements SendResult {}

  /** The person told the provider to stop us. */
  record OptedOut() implements SendResult {}
}
