package org.answerable.constituent;

import java.util.UUID;
import org.answerable.effect.Effect;

/**
 * Somebody is forgotten: the vault's row, which alone can reach them and holds the key of all that
 * is theirs, and their session. The next text from that address is from somebody new.
 */
public record ConstituentForgotten(String organisation, UUID who) implements Effect {
  @Override
  public String toString() {
    return "ConstituentForgotten[redacted]";
  }
}
