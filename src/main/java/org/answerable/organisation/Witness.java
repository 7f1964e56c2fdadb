package org.answerable.organisation;

import java.net.URI;
import org.answerable.tlog.VerifierKey;

/**
 * Somebody outside who is asked to sign each checkpoint of the log, and keeps what they have seen.
 *
 * @param key by which their cosignatures are believed; its name is theirs
 * @param url their submission prefix: https, or of this machine
 * @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness</a>
 */
public record Witness(VerifierKey key, URI url) {
  public String name() {
    return key.name();
  }
}
