package org.answerable.feedback;

import org.jspecify.annotations.Nullable;

/**
 * What the organisation says back, complete and within the limits: made by {@link ResponseDraft}.
 *
 * @param commitment with {@link Decision#WILL_DO} and {@link Decision#REFERRED_TO}, and only then
 */
public record Response(Decision decision, String text, @Nullable Commitment commitment) {

  @Override
  public String toString() {
    return "Response[redacted]";
  }
}
