package org.answerable.responselog.jdbc;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.answerable.platform.keys.LogKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.responselog.LogStopped;
import org.answerable.tlog.NoteSigner;

/** Who signs each organisation's log. Safe for use by many threads. */
final class LogSigners {
  /** The number of a log's first key. */
  static final int FIRST = 1;

  private final RootKey root;
  private final String address;
  private final Map<Key, NoteSigner> made = new ConcurrentHashMap<>();

  private record Key(String organisation, int number, String origin) {}

  /**
   * @param publicUrl where logs that begin now are found
   */
  LogSigners(RootKey root, URI publicUrl) {
    this.root = root;
    // a key's name may have no plus sign: C2SP signed-note
    this.address = publicUrl.toASCIIString().replaceFirst("^https?://", "").replace("+", "%2B");
  }

  /** The name that a log gets when it begins, and then keeps. */
  String origin(String organisation) {
    return address + "/" + organisation + "/tlog";
  }

  NoteSigner of(String organisation, int number, String origin) {
    return made.computeIfAbsent(
        new Key(organisation, number, origin),
        key -> NoteSigner.of(origin, LogKeys.of(root, organisation, number)));
  }

  /**
   * Who goes on with a log.
   *
   * @throws LogStopped when the root key is another one than it was
   */
  NoteSigner of(String organisation, LogStand stand) {
    NoteSigner signer = of(organisation, stand.number(), stand.origin());
    if (!signer.verifier().toString().equals(stand.vkey())) {
      throw new LogStopped(
          "The log of %s was signed with another root key than the one that is here: put that one back. If it is lost, 'keys begin-anew %1$s' lets the log go on under another key, which everybody sees."
              .formatted(organisation));
    }
    return signer;
  }
}
