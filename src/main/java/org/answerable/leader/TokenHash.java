package org.answerable.leader;

import java.util.HexFormat;
import org.answerable.platform.Sha256;

/** {@code SHA-256(token)}: what the database knows of an invitation's link. */
public record TokenHash(String hex) {
  public static TokenHash of(String token) {
    return of(Sha256.of(token));
  }

  public static TokenHash of(byte[] hash) {
    return new TokenHash(HexFormat.of().formatHex(hash));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
