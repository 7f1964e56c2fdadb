package org.answerable.platform.keys;

/**
 * Which generations of an organisation's keys live, as the database says.
 *
 * @param epoch what is sealed now is sealed under its keys; from 1
 * @param oldest under whose keys something may still stand: the one before while an epoch changes,
 *     else the same
 */
public record LivingEpochs(int epoch, int oldest) {
  /** Of an organisation that has just begun. */
  public static final LivingEpochs FIRST = new LivingEpochs(1, 1);

  public LivingEpochs {
    if (oldest < 1 || oldest > epoch || oldest < epoch - 1) {
      throw new IllegalArgumentException("epoch %d with the oldest %d".formatted(epoch, oldest));
    }
  }

  /** Whether what is sealed under the one before is being taken over. */
  public boolean isChanging() {
    return oldest < epoch;
  }

  /** The older of the two epochs whose messages are remembered; 0 in the first. */
  public int messagesBefore() {
    return epoch - 1;
  }

  /** The next one begins. */
  public LivingEpochs next() {
    return new LivingEpochs(epoch + 1, epoch);
  }

  /** Whichever of two was said later: epochs only begin and end. */
  LivingEpochs later(LivingEpochs other) {
    boolean isLater = other.epoch == epoch ? other.oldest > oldest : other.epoch > epoch;
    return isLater ? other : this;
  }

  /** Everything was taken over. */
  public LivingEpochs whole() {
    return new LivingEpochs(epoch, epoch);
  }
}
