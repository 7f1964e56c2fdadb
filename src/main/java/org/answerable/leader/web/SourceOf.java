package org.answerable.leader.web;

import java.util.Arrays;

/** Which network an address belongs to, for counting attempts. */
final class SourceOf {
  private static final int NETWORK_GROUPS = 4;

  private SourceOf() {}

  /**
   * An IPv4 address itself; of IPv6 the first 64 bits, since one household has all of the rest.
   *
   * @param address as the servlet container writes it
   */
  static String address(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    var groups = address.split(":", -1);
    return String.join(":", Arrays.copyOf(groups, Math.min(groups.length, NETWORK_GROUPS)));
  }
}
