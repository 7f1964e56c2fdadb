package org.answerable.responselog.witness;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The way to a witness. */
interface Post {
  /**
   * Sends a request, and waits for its answer, a bounded time.
   *
   * @throws IOException when there is none, or it is too large
   */
  Reply send(URI url, byte[] body) throws IOException, InterruptedException;

  /**
   * What came back.
   *
   * @param status of HTTP
   * @param type the media type, without parameters; empty if there is none
   * @param after when to ask again, if it says so
   */
  record Reply(int status, String type, byte[] body, Optional<Duration> after) {}
}
