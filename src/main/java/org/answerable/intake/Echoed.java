package org.answerable.intake;

import java.util.UUID;
import org.answerable.effect.Effect;

/**
 * Somebody says that what a public entry tells happened to them too. It counts once, and at the
 * next slot.
 *
 * @param reference of the entry
 * @param who the constituent; only a tag of them is written, under the entry's key
 */
public record Echoed(String organisation, String reference, UUID who) implements Effect {
  @Override
  public String toString() {
    return "Echoed[" + organisation + ", redacted]";
  }
}
