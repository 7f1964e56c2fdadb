package org.answerable.organisation;

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
}
