package org.answerable.load;

/** How a provider posts a text to a webhook, and what the reply to it looks like. */
interface Provider {
  Post post(Texts.Text text);

  /** What stands in the answer to every text that was taken. */
  String replied();

  /**
   * @param proof a header that proves who posts
   */
  record Post(String contentType, String proof, String body) {}
}
