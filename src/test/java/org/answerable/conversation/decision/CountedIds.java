package org.answerable.conversation.decision;

import java.util.UUID;
import org.answerable.platform.Ids;

/** Ids that count up, so that a test can name them: {@code 4821-9307}, {@code 4821-9308}, … */
final class CountedIds implements Ids {
  private int uuids;
  private int receipts;
  private int digits;
  private int references;
  private int salts;

  @Override
  public UUID uuid() {
    return new UUID(0, ++uuids);
  }

  @Override
  public String receipt() {
    return Integer.toString(48219307 + receipts++);
  }

  @Override
  public String fourDigits() {
    return Integer.toString(4821 + digits++);
  }

  @Override
  public String reference() {
    return "K7QM-2XW" + (char) ('C' + references++);
  }

  @Override
  public byte[] salt() {
    byte[] salt = new byte[32];
    salt[31] = (byte) ++salts;
    return salt;
  }
}
