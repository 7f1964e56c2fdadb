package org.answerable.constituent;

import java.util.UUID;

/** What else goes with somebody whose phone is gone, and stands where the vault can't reach. */
@FunctionalInterface
public interface AlsoForgotten {
  void forget(String organisation, UUID who);
}
