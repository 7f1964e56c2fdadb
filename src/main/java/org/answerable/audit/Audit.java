package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.audit.Finding.Rewritten;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.ConsistencyProof;
import org.answerable.tlog.EntryBundle;
import org.answerable.tlog.Frontier;
import org.answerable.tlog.Hash;
import org.answerable.tlog.HashReader;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.SignedNote.Verdict;
import org.answerable.tlog.Tile;
import org.answerable.tlog.TileMismatchException;
import org.answerable.tlog.TiledHashes;
import org.answerable.tlog.VerifierKey;

/**
 * One look at a whole log: the key, the checkpoint's signature, that it grew out of what was seen
 * before, each tile and each entry, what the entries say together, and the texts beside them.
 */
final class Audit {
  private static final int KEY_BYTES_MAX = 1_000;

  /** How often a log that grows meanwhile is looked at. */
  private static final int LOOKS = 8;

  private static final Pattern ORIGIN = Pattern.compile(".+/([^/]+)/tlog");
  private static final int ENTRY_MAX = Short.BYTES + EntryBundle.ENTRY_BYTES_MAX;

  private final Source source;
  private final LocalDate latestDay;

  /**
   * @param latestDay no entry can be of a later one
   */
  Audit(Source source, LocalDate latestDay) {
    this.source = source;
    this.latestDay = latestDay;
  }

  /**
   * What was verified.
   *
   * @param ledger what its entries say
   * @param hashes of its tree
   * @param witnesses vkeys of those whom it names itself
   */
  record Verified(Seen seen, Ledger ledger, HashReader hashes, List<String> witnesses) {}

  /**
   * Checks everything. What stands beside the log is read after it: if it does not fit and the log
   * has grown meanwhile, all is looked at again.
   *
   * @param before what was verified last
   * @param pinned the key that is believed; empty: the one of before, else the log's own
   * @return what was verified now
   * @throws Finding the first thing that is wrong
   * @throws IOException when the log can't be read
   */
  Verified run(Optional<Seen> before, Optional<VerifierKey> pinned) throws Finding, IOException {
    for (int look = 1; ; look++) {
      Verified verified = tree(before, pinned);
      try {
        beside(verified.ledger);
        return verified;
      } catch (Finding e) {
        byte[] now = source.read("checkpoint", SignedNote.BYTES_MAX);
        if (look == LOOKS || Arrays.equals(now, verified.seen.checkpoint().bytes())) {
          throw e;
        }
      }
    }
  }

  private void beside(Ledger ledger) throws Finding, IOException {
    Map<Hash, String> texts = new HashMap<>();
    for (PublishedText text : ledger.texts()) {
      texts.put(text.hash(), text.check(source));
    }
    ledger.polls().check(source);
    Optional<Table> table = Table.read(source);
    if (table.isPresent()) {
      ledger.compare(table.get(), texts);
    } else if (source.hasPages()) {
      throw new Finding(
          "%s is missing beside the log: nobody can tell whether its pages say what the entries say."
              .formatted(Table.NAME));
    }
  }

  private Verified tree(Optional<Seen> before, Optional<VerifierKey> pinned)
      throws Finding, IOException {
    VerifierKey key = key(pinned.or(() -> before.map(Seen::key)));
    SignedNote note = checkpoint(key);
    Checkpoint now = parsed(note, "checkpoint");
    if (!now.origin().equals(key.name())) {
      throw new Finding(
          "checkpoint: it is of %s, not of %s."
              .formatted(Shown.of(now.origin()), Shown.of(key.name())));
    }
    try {
      TiledHashes hashes = TiledHashes.open(now.size(), now.head(), this::tile);
      if (before.isPresent()) {
        grewOutOf(before.get(), now, hashes, note);
      }
      Ledger ledger = new Ledger(organisation(now.origin()), latestDay);
      List<String> witnesses = entries(now, hashes, ledger);
      ledger.statements().check(now.origin(), hashes);
      return new Verified(new Seen(key, note), ledger, hashes, witnesses);
    } catch (TileMismatchException e) {
      throw new Finding(e.getMessage() + ".");
    } catch (Wrapped e) {
      throw e.finding;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private VerifierKey key(Optional<VerifierKey> believed) throws Finding, IOException {
    byte[] served =
        source
            .find("key", KEY_BYTES_MAX)
            .orElseThrow(() -> new Finding("key is missing: there is no log here."));
    String line = new String(served, UTF_8);
    VerifierKey own;
    try {
      own = VerifierKey.parse(line.endsWith("\n") ? line.substring(0, line.length() - 1) : line);
    } catch (MalformedException e) {
      throw new Finding("key: " + e.getMessage() + ".");
    }
    if (believed.isPresent() && !believed.get().equals(own)) {
      throw new Finding(
          "key: it is another one than %s. Either the log was begun anew, or somebody answers in its place: ask the organisation face to face, then give its key with --key."
              .formatted(Shown.of(believed.get().toString())));
    }
    return own;
  }

  private SignedNote checkpoint(VerifierKey key) throws Finding, IOException {
    SignedNote note;
    try {
      note = SignedNote.parse(source.read("checkpoint", SignedNote.BYTES_MAX));
    } catch (MalformedException e) {
      throw new Finding("checkpoint: " + e.getMessage() + ".");
    }
    return switch (note.verify(List.of(key))) {
      case Verdict.Signed signed -> note;
      case Verdict.Unsigned unsigned ->
          throw new Finding(
              "checkpoint: it is not signed by %s.".formatted(Shown.of(key.toString())));
      case Verdict.Forged forged ->
          throw new Finding(
              "checkpoint: the signature of %s is none of its text."
                  .formatted(Shown.of(key.name())));
    };
  }

  static Checkpoint parsed(SignedNote note, String what) throws Finding {
    try {
      return Checkpoint.of(note);
    } catch (MalformedException e) {
      throw new Finding(what + ": " + e.getMessage() + ".");
    }
  }

  private static void grewOutOf(Seen seen, Checkpoint now, TiledHashes hashes, SignedNote note)
      throws Finding {
    Checkpoint before = parsed(seen.checkpoint(), "what was seen before");
    if (before.size() > now.size()) {
      throw new Finding(
          "It shows %d entries, and had %d before: an older state, as a late copy or a restored server shows it, or the others were taken out. Ask again tomorrow, and elsewhere."
              .formatted(now.size(), before.size()));
    }
    if (!ConsistencyProof.prove(before.size(), now.size(), hashes)
        .verifies(before.head(), now.head())) {
      throw new Rewritten(
          "It was rewritten: its first %d entries are not those that were seen before."
              .formatted(before.size()),
          note);
    }
  }

  /**
   * Each entry against its hash in the tiles, and all of them together against the head.
   *
   * @return the witnesses whom they name
   */
  private List<String> entries(Checkpoint now, TiledHashes hashes, Ledger ledger)
      throws Finding, IOException {
    List<String> witnesses = List.of();
    Frontier frontier = Frontier.EMPTY;
    while (frontier.size() < now.size()) {
      EntryBundle bundle = EntryBundle.of(frontier.size() / Tile.WIDTH, now.size());
      for (byte[] entry : entries(bundle)) {
        Hash leaf = Hash.leaf(entry);
        if (!leaf.equals(hashes.read(0, frontier.size()))) {
          throw new Finding(
              "%s: entry %d is not the one that the log was signed with."
                  .formatted(bundle.path(), frontier.size()));
        }
        LogEntry read = LogEntry.read(frontier.size(), entry);
        ledger.take(read);
        witnesses = Witnesses.announced(read, witnesses);
        frontier = frontier.append(leaf);
      }
    }
    if (!frontier.head().equals(now.head())) {
      throw new Finding("checkpoint: its root hash is not the one of the entries.");
    }
    return witnesses;
  }

  /** An origin is {@code example.org/ORGANISATION/tlog}. */
  private static String organisation(String origin) throws Finding {
    Matcher matcher = ORIGIN.matcher(origin);
    if (!matcher.matches()) {
      throw new Finding("checkpoint: %s is no name of such a log.".formatted(Shown.of(origin)));
    }
    return matcher.group(1);
  }

  private List<byte[]> entries(EntryBundle bundle) throws Finding, IOException {
    Optional<byte[]> served = source.find(bundle.path(), bundle.width() * ENTRY_MAX);
    try {
      if (served.isPresent()) {
        return bundle.entries(served.get());
      }
      EntryBundle full = new EntryBundle(bundle.index(), Tile.WIDTH);
      return full.entries(source.read(full.path(), Tile.WIDTH * ENTRY_MAX))
          .subList(0, bundle.width());
    } catch (MalformedException e) {
      throw new Finding(e.getMessage() + ".");
    }
  }

  /**
   * "Logs MAY delete any partial tile once the corresponding full tile is available."
   *
   * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Partial Tiles"</a>
   */
  private byte[] tile(Tile tile) {
    int bytes = tile.width() * Hash.BYTES;
    try {
      Optional<byte[]> served = source.find(tile.path(), bytes);
      if (served.isPresent()) {
        return served.get();
      }
      Tile full = new Tile(tile.level(), tile.index(), Tile.WIDTH);
      return Arrays.copyOf(source.read(full.path(), Tile.WIDTH * Hash.BYTES), bytes);
    } catch (Finding e) {
      throw new Wrapped(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A finding on its way through those who know nothing of findings. */
  private static final class Wrapped extends RuntimeException {
    private final transient Finding finding;

    Wrapped(Finding finding) {
      super(finding);
      this.finding = finding;
    }
  }
}
