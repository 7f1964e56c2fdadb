package org.answerable.poll;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.answerable.platform.keys.DataKey;
import org.answerable.platform.keys.PollKeys;
import org.answerable.responselog.Receipt;

/** What a poll's key hides as long as it lives: who voted, and what they chose. */
public final class BallotBox {
  private static final int RECEIPTS = 100_000_000;
  private static final int MARK_BYTES = 6;
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

  /**
   * What a person's session calls the poll that they were asked last: 48 bits of {@code
   * HMAC-SHA256(K_poll, "asked" ‖ voter)}. Once the key is gone, nobody can tell which poll it was.
   */
  public String mark(String organisation, String poll, byte[] voter) {
    byte[] mac = keys.of(organisation, poll).mac(utf8("asked"), voter);
    return HexFormat.of().formatHex(mac, 0, MARK_BYTES);
  }

  /** Padded and sealed, for this voter's row alone. */
  public byte[] close(String organisation, String poll, byte[] voter, CastBallot ballot) {
    byte[] plain = utf8(ballot.at().toEpochMilli() + " " + ballot.line());
    return keys.of(organisation, poll).seal(plain, place(organisation, poll, voter));
  }

  /** What {@link #close(String, String, byte[], CastBallot)} was given. */
  public CastBallot open(String organisation, String poll, byte[] voter, byte[] choice) {
    DataKey key = keys.of(organisation, poll);
    byte[] plain = key.open(choice, place(organisation, poll, voter));
    String[] parts = new String(plain, StandardCharsets.UTF_8).split(" ", 2);
    return new CastBallot(parts[1], Instant.ofEpochMilli(Long.parseLong(parts[0])));
  }

  /** How many votes of one batch do not count, padded and sealed, for its row alone. */
  public byte[] close(String organisation, String poll, UUID batch, Uncounted.Counts counts) {
    byte[] plain = utf8(counts.replaced() + " " + counts.invalid());
    return keys.of(organisation, poll).seal(plain, place(organisation, poll, batch));
  }

  /** What {@link #close(String, String, UUID, Uncounted.Counts)} was given. */
  public Uncounted.Counts open(String organisation, String poll, UUID batch, byte[] counts) {
    byte[] plain = keys.of(organisation, poll).open(counts, place(organisation, poll, batch));
    String[] parts = new String(plain, StandardCharsets.UTF_8).split(" ", 2);
    return new Uncounted.Counts(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  private static String place(String organisation, String poll, UUID batch) {
    return organisation + "/poll.uncounted/" + poll + "/" + batch;
  }

  private static String place(String organisation, String poll, byte[] voter) {
    return organisation + "/poll.ballot/" + poll + "/" + HexFormat.of().formatHex(voter);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
