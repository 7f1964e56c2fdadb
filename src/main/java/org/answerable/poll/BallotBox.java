package org.answerable.poll;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.answerable.ballot.Ballot;
import org.answerable.platform.keys.DataKey;
import org.answerable.platform.keys.PollKeys;
import org.answerable.responselog.Receipt;

/** What a poll's key hides as long as it lives: who voted, and what they chose. */
public final class BallotBox {
  private static final int RECEIPTS = 100_000_000;
  private final PollKeys keys;

  public BallotBox(PollKeys keys) {
    this.keys = keys;
  }

  /** {@code HMAC-SHA256(K_poll, "voter" ‖ constituent)}, or {@code … "code" ‖ code}. */
  public byte[] voter(String organisation, String poll, Voter voter) {
    DataKey key = keys.of(organisation, poll);
    return switch (voter) {
      case Voter.Person(UUID who) -> key.mac(utf8("voter"), utf8(who.toString()));
      case Voter.Holder(String code) -> key.mac(utf8("code"), utf8(code));
    };
  }

  /**
   * A voter's receipt: eight digits of {@code HMAC-SHA256(K_poll, "receipt" ‖ voter)}. It is the
   * same however often they vote, so nobody who asks to see it learns whether they changed their
   * vote since.
   */
  public String receipt(String organisation, String poll, byte[] voter) {
    byte[] mac = keys.of(organisation, poll).mac(utf8("receipt"), voter);
    long number = Integer.toUnsignedLong(ByteBuffer.wrap(mac).getInt()) << 16;
    number |= Short.toUnsignedInt(ByteBuffer.wrap(mac).getShort(Integer.BYTES));
    return String.format(Locale.ROOT, "%0" + Receipt.DIGITS + "d", number % RECEIPTS);
  }

  /** Padded and sealed, for this voter's row alone. */
  public byte[] close(String organisation, String poll, byte[] voter, Ballot ballot) {
    byte[] line = utf8(BallotLine.of(ballot));
    return keys.of(organisation, poll).seal(line, place(organisation, poll, voter));
  }

  /** What {@link #close} was given. */
  public Ballot open(String organisation, String poll, byte[] voter, byte[] choice) {
    DataKey key = keys.of(organisation, poll);
    byte[] line = key.open(choice, place(organisation, poll, voter));
    return BallotLine.read(new String(line, StandardCharsets.UTF_8));
  }

  private static String place(String organisation, String poll, byte[] voter) {
    return organisation + "/poll.ballot/" + poll + "/" + HexFormat.of().formatHex(voter);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
