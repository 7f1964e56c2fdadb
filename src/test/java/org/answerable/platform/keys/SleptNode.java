package org.answerable.platform.keys;

/** A node that slept while others changed an epoch: it believes what it was told before. */
public final class SleptNode {
  private SleptNode() {}

  public static void believes(EpochKeys keys, String organisation, LivingEpochs before) {
    keys.tell(organisation, keys.living(organisation)); // what has died is given up
    keys.living.put(organisation, before);
  }
}
