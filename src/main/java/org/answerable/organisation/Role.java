package org.answerable.organisation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a topic is routed to.
 *
 * @param id the word in configuration and log: {@code programmes}
 * @param name as leaders and members read it
 * @param escalatesTo the role that gets what this one leaves unanswered past its day, if any
 */
public record Role(String id, Localised name, @Nullable String escalatesTo) {
  /** The role that sees what nobody has sorted yet. Every organisation has it. */
  public static final String READER = "reader";

  /** The role of the focal point outside the organisation, who reads first what is {@code S3}. */
  public static final String FOCAL_OUTSIDE = "focal-outside";

  /** The role of the focal point inside, who gets what the outside one shares. */
  public static final String FOCAL_INSIDE = "focal-inside";

  /** Those for whom people confide, and who are leaders in nothing else. */
  public static final Set<String> FOCAL = Set.of(FOCAL_OUTSIDE, FOCAL_INSIDE);
}
