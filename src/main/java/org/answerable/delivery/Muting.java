package org.answerable.delivery;

import java.time.Duration;
import java.util.List;
import org.answerable.constituent.Vault;
import org.answerable.platform.TimedWork;

/** Lets the vault know whose texts are to be set aside. */
public final class Muting {
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int CHUNK = 100;
  private final Mutes mutes;
  private final Vault vault;

  public Muting(Mutes mutes, Vault vault) {
    this.mutes = mutes;
    this.vault = vault;
  }

  /** Does all that waits. Ended in between, the next time does it again, with the same result. */
  public void run() {
    for (List<Mute> some; !(some = mutes.waiting(CHUNK)).isEmpty(); ) {
      for (Mute mute : some) {
        vault.mute(mute.organisation(), mute.feedback(), mute.until());
        mutes.remove(mute);
      }
    }
  }

  public TimedWork timer() {
    return TimedWork.every(PAUSE, "mutes", this::run);
  }
}
