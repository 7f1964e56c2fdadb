package org.answerable.confidential;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.answerable.audit.AnnouncedCovers;
import org.answerable.audit.CheckedLog;
import org.answerable.platform.keys.PersonSecret;
import org.answerable.responselog.Covers;
import org.answerable.responselog.Statement;
import org.answerable.tlog.Hash;

/**
 * What the commitments are that a log has not opened.
 *
 * @param unknown what nobody told of: neither covers nor noted, by their index
 */
record Account(
    long from, long size, int covers, int inConfidence, int others, SortedMap<Long, Hash> unknown) {

  /**
   * Looks at each of them.
   *
   * @param from the first entry that is looked at
   * @throws IllegalArgumentException when file and log don't belong together
   */
  static Account of(AccountFile file, PersonSecret secret, CheckedLog log, long from) {
    if (!log.origin().endsWith("/" + file.organisation() + "/tlog")) {
      throw new IllegalArgumentException("the file is of another organisation than the log");
    }
    if (file.size() > log.size()) {
      throw new IllegalArgumentException("this log is older than the file: take a newer copy");
    }
    Map<Hash, Long> unopened = log.unopened(from, file.size());
    int covers = takeCovers(file, secret, log.covers(), unopened);
    int inConfidence = 0;
    int others = 0;
    // of two notes about one, that it is in confidence counts
    for (Unopened note : notes(file, secret)) {
      if (unopened.remove(Hash.of(note.commitment(file.organisation()))) != null) {
        inConfidence += note.inConfidence() ? 1 : 0;
        others += note.inConfidence() ? 0 : 1;
      }
    }
    SortedMap<Long, Hash> unknown = new TreeMap<>();
    unopened.forEach((hash, index) -> unknown.put(index, hash));
    return new Account(from, file.size(), covers, inConfidence, others, unknown);
  }

  private static List<Unopened> notes(AccountFile file, PersonSecret secret) {
    return file.notes().stream()
        .flatMap(note -> UnopenedSeal.open(note, file.organisation(), secret).stream())
        .sorted(Comparator.comparing(Unopened::inConfidence).reversed())
        .toList();
  }

  /** Draws each month's covers again, and takes those away that are there. */
  private static int takeCovers(
      AccountFile file,
      PersonSecret secret,
      List<AnnouncedCovers> announced,
      Map<Hash, Long> unopened) {
    Map<String, byte[]> seeds = seeds(file, secret);
    int taken = 0;
    for (AnnouncedCovers month : announced) {
      byte[] seed = seeds.get(month.month().toString());
      if (seed == null || month.pad() > Covers.PAD_MAX) {
        continue;
      }
      var covers = new Covers(file.organisation(), seed, month.pad());
      if (Arrays.equals(covers.announced(month.month()), month.seed().bytes())) {
        taken += take(covers, file.slots(), unopened);
      }
    }
    return taken;
  }

  private static int take(Covers covers, List<Long> slots, Map<Hash, Long> unopened) {
    int taken = 0;
    for (long slot : slots) {
      for (byte[] cover : covers.of(slot)) {
        taken += unopened.remove(Hash.of(cover)) == null ? 0 : 1;
      }
    }
    return taken;
  }

  private static Map<String, byte[]> seeds(AccountFile file, PersonSecret secret) {
    Map<String, byte[]> seeds = new HashMap<>();
    for (AccountFile.Seed seed : file.seeds()) {
      try {
        byte[] place = Accounting.seedPlace(file.organisation(), seed.month());
        seeds.put(seed.month(), secret.open(seed.sealed(), place));
      } catch (GeneralSecurityException e) {
        // its covers are named then
      }
    }
    return seeds;
  }

  /** What there is to sign; empty: no commitment is below the size. */
  Optional<Statement> statement(CheckedLog log) {
    return from >= size
        ? Optional.empty()
        : log.until(size)
            .map(
                until ->
                    new Statement(log.origin(), from, size, log.head(size), until, inConfidence));
  }
}
