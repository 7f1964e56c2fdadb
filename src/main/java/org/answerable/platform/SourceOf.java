package org.answerable.platform;

import java.net.InetAddress;
import java.util.HexFormat;

/** Which network an address belongs to, for counting attempts. */
public final class SourceOf {
  private static final int NETWORK_BYTES = 8;

  private SourceOf() {}

  /**
   * An IPv4 address itself; of IPv6 the first 64 bits, since one household has all of the rest.
   *
   * @param address as the servlet container or a proxy writes it, shortened or not; never a name
   */
  public static String address(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
