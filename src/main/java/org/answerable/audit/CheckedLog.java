package org.answerable.audit;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.Hash;
import org.answerable.tlog.HashReader;
import org.answerable.tlog.MerkleTree;

/** A log that was verified whole, for whoever has to account for what is not opened in it. */
public final class CheckedLog {
  private final Checkpoint checkpoint;
  private final Ledger ledger;
  private final HashReader hashes;

  private CheckedLog(Checkpoint checkpoint, Ledger ledger, HashReader hashes) {
    this.checkpoint = checkpoint;
    this.ledger = ledger;
    this.hashes = hashes;
  }

  /**
   * Verifies it.
   *
   * @param place an address, or a folder with a copy
   * @param clock tells which days have come
   * @throws IOException with a sentence that says what is wrong, or why it can't be read
   */
  public static CheckedLog read(String place, InstantSource clock) throws IOException {
    Optional<Source> source = Verification.source(place);
    if (source.isEmpty()) {
      throw new IOException(place + " is no address of a log.");
    }
    try {
      var verified =
          new Audit(source.get(), LogVerifyCommand.latestDay(clock))
              .run(Optional.empty(), Optional.empty());
      Checkpoint checkpoint = Audit.parsed(verified.seen().checkpoint(), "checkpoint");
      return new CheckedLog(checkpoint, verified.ledger(), verified.hashes());
    } catch (Finding e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** The log's name. */
  public String origin() {
    return checkpoint.origin();
  }

  public long size() {
    return checkpoint.size();
  }

  /** The head that its tree had. */
  public Hash head(long size) {
    return MerkleTree.head(size, hashes);
  }

  /** The day of the latest commitment below a size; empty: there is none. */
  public Optional<LocalDate> until(long size) {
    return ledger.statements().until(size);
  }

  /** Up to where it was accounted for before. */
  public long accounted() {
    return ledger.statements().size();
  }

  /** The letters of each key whose statements it believes, the oldest first. */
  public List<String> statementKeys() {
    return ledger.statements().letters();
  }

  /** The commitments of some entries that are not opened, with their indexes. */
  public Map<Hash, Long> unopened(long from, long to) {
    Map<Hash, Long> unopened = new HashMap<>();
    ledger
        .unopened()
        .forEach(
            (hash, index) -> {
              if (index >= from && index < to) {
                unopened.put(hash, index);
              }
            });
    return unopened;
  }

  public List<AnnouncedCovers> covers() {
    return ledger.covers();
  }
}
