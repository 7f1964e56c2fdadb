package org.answerable.constituent;

import org.answerable.channel.Address;
import org.answerable.effect.Effect;

/** Somebody wrote for the first time. The writer seals it. */
public record ConstituentMet(Constituent person, Address address) implements Effect {

  @Override
  public String toString() {
    return "ConstituentMet[redacted]";
  }
}
