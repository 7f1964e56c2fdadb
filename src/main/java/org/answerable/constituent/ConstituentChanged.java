package org.answerable.constituent;

import java.time.LocalDate;
import org.answerable.effect.Effect;

/** A known person chose something else, stopped, came back, or wrote on another day. */
public record ConstituentChanged(
    Constituent person, Settings settings, boolean stopped, LocalDate seen) implements Effect {

  @Override
  public String toString() {
    return "ConstituentChanged[redacted]";
  }
}
