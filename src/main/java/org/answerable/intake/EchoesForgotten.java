package org.answerable.intake;

import java.util.UUID;
import org.answerable.effect.Effect;

/** What somebody said happened to them too goes, since they asked to be forgotten. */
public record EchoesForgotten(String organisation, UUID who) implements Effect {
  @Override
  public String toString() {
    return "EchoesForgotten[" + organisation + ", redacted]";
  }
}
