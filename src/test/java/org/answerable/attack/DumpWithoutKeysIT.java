package org.answerable.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.platform.Databases;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.keys.RootKey;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whoever has a dump of the database and none of the keys guesses a million numbers, those that
 * wrote among them, hashed in each way that needs no key.
 */
@ApplicationTest
class DumpWithoutKeysIT {
  private static final String HOME = "baraza-letu";
  private static final int GUESSES = 1_000_000;
  private static final int WROTE = 20;
  private static final int FIRST = 755_000_000;
  private static final Pattern HEX = Pattern.compile("\\\\x([0-9a-f]{32,})");
  @Autowired private Inbound inbound;
  @Autowired private Databases databases;
  @Autowired private OwnerDatabase owner;
  @Autowired private RootKey root;

  @Test
  void noNumberIsConfirmed() throws SQLException {
    for (int i = 0; i < WROTE; i++) {
      inbound.take(
          new IncomingMessage(
              HOME,
              UUID.randomUUID().toString(),
              new Address("simulator", number(FIRST + i * (GUESSES / WROTE))),
              "no chairs at Kilima",
              Instant.now()));
    }
    assertThat(confirmed(dump())).isZero();

    byte[] careless = hash("SHA-256", utf8(number(FIRST + 4821)));
    owner
        .client()
        .sql("insert into intake.entered values (?, ?, 1, current_date)")
        .params("decoy", careless)
        .update();
    assertThat(confirmed(dump())).as("the attack finds a plain hash").isEqualTo(1);
    owner.client().sql("delete from intake.entered where organisation = 'decoy'").update();
  }

  private Set<String> dump() throws SQLException {
    var values = new HashSet<String>();
    for (String row : new WholeDatabase(databases, root).rows()) {
      HEX.matcher(row).results().forEach(found -> values.add(found.group(1)));
    }
    return values;
  }

  private static long confirmed(Set<String> dump) {
    return IntStream.range(0, GUESSES)
        .parallel()
        .mapToObj(i -> number(FIRST + i))
        .filter(number -> hashes(number).anyMatch(dump::contains))
        .count();
  }

  /** Plain hashes, and the formula of the lookup with keys that everybody knows. */
  private static Stream<String> hashes(String number) {
    byte[] plain = utf8(number);
    byte[] kind = utf8("simulator");
    byte[] fields =
        ByteBuffer.allocate(2 * Integer.BYTES + kind.length + plain.length)
            .putInt(kind.length)
            .put(kind)
            .putInt(plain.length)
            .put(plain)
            .array();
    return Stream.of(
            hash("SHA-256", plain),
            hash("SHA-256", utf8(number.substring(1))),
            hash("SHA-256", fields),
            hash("SHA-1", plain),
            hash("MD5", plain),
            mac(new byte[32], fields),
            mac(utf8(HOME), fields))
        .map(HexFormat.of()::formatHex);
  }

  private static byte[] hash(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] mac(byte[] key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String number(int digits) {
    return "+254" + digits;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
