package org.answerable.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import java.time.Instant;

/**
 * A witness for one log, as tlog-witness describes it, in memory.
 *
 * @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness</a>
 */
final class StandInWitness {
  /** What it answers by HTTP. */
  record Response(int status, String type, byte[] body) {}

  private final KeyPair keys = TestKeys.fresh();
  private final String name;
  private final VerifierKey log;
  private long size;
  private Hash head = Hash.EMPTY;

  StandInWitness(String name, VerifierKey log) {
    this.name = name;
    this.log = log;
  }

  VerifierKey key() {
    return VerifierKey.of(name, SignatureType.COSIGNATURE, keys.getPublic());
  }

  Response addCheckpoint(byte[] body, Instant now) {
    AddCheckpoint asked;
    Checkpoint checkpoint;
    try {
      asked = AddCheckpoint.parse(body);
      checkpoint = Checkpoint.of(asked.checkpoint());
    } catch (MalformedException e) {
      return new Response(400, "text/plain", new byte[0]);
    }
    if (!checkpoint.origin().equals(log.name())) {
      return new Response(404, "text/plain", new byte[0]);
    }
    if (!asked.checkpoint().isSignedBy(log)) {
      return new Response(403, "text/plain", new byte[0]);
    }
    if (asked.oldSize() != size) {
      return new Response(409, WitnessAnswer.SIZE_TYPE, (size + "\n").getBytes(UTF_8));
    }
    if (size == checkpoint.size() && !head.equals(checkpoint.head())) {
      return new Response(409, "text/plain", new byte[0]);
    }
    if (!new ConsistencyProof(size, checkpoint.size(), asked.path())
        .verifies(head, checkpoint.head())) {
      return new Response(422, "text/plain", new byte[0]);
    }
    size = checkpoint.size();
    head = checkpoint.head();
    String line = Cosignature.sign(name, keys, checkpoint.text(), now).line();
    return new Response(200, "text/plain", line.getBytes(UTF_8));
  }
}
