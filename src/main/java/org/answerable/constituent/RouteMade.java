package org.answerable.constituent;

import java.util.UUID;
import org.answerable.effect.Effect;

/** Which person the answer to a feedback goes to. The writer seals it. */
public record RouteMade(String organisation, UUID feedback, UUID who) implements Effect {

  @Override
  public String toString() {
    return "RouteMade[redacted]";
  }
}
