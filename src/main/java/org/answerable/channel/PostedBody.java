package org.answerable.channel;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a provider posted, as it was posted. */
public final class PostedBody {
  private PostedBody() {}

  /**
   * Its bytes, or null when they are too many.
   *
   * @throws IOException when it ends early, or its chunks are none
   */
  public static byte @Nullable [] within(HttpServletRequest request, int maxBytes)
      throws IOException {
    if (request.getContentLengthLong() > maxBytes) {
      return null;
    }
    byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
    return body.length > maxBytes ? null : body;
  }
}
