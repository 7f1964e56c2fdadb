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
import org.answerable.confidential.Unopened.What;
import org.answerable.platform.keys.PersonSecret;
import org.answerable.responselog.Covers;
import org.answerable.responselog.Statement;
import org.answerable.tlog.Hash;

/**
 * What the commitments are that a log has not opened.
 *
 * @param covers drawn again
 * @param inConfidence texts that opened with the focal point's key
 * @param withLeaders what accuses somebody, as the organisation says
 * @param others set aside, taken back or not sorted, as the organisation says
 * @param unknown what none of these is, by its index
 */
record Account(
    long from,
    long size,
    int covers,
    int inConfidence,
    int withLeaders,
    int others,
    SortedMap<Long, Missing> unknown) {

  /**
   * A commitment behind which a text may have been dropped.
   *
   * @param said whether a note says that it is in confidence, and no text is there that opens as it
   */
  record Missing(Hash commitment, boolean said) {}

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
    if (from < log.accounted()) {
      throw new IllegalArgumentException(
          "it was accounted for before, up to entry " + (log.accounted() - 1));
    }
    Map<Hash, Long> unopened = log.unopened(from, file.size());
    int covers = takeCovers(file, secret, log.covers(), unopened);
    int inConfidence = takeReports(file, secret, unopened);
    Map<What, Integer> told = takeNotes(file, secret, unopened);
    List<Hash> saidToBe = saidToBeConfided(file, secret);
    SortedMap<Long, Missing> unknown = new TreeMap<>();
    unopened.forEach(
        (hash, index) -> unknown.put(index, new Missing(hash, saidToBe.contains(hash))));
    return new Account(
        from,
        file.size(),
        covers,
        inConfidence,
        told.getOrDefault(What.WITH_LEADERS, 0),
        told.getOrDefault(What.ASIDE, 0),
        unknown);
  }

  /** A note by the server says nothing: only what opens, and is what was committed to, counts. */
  private static int takeReports(AccountFile file, PersonSecret secret, Map<Hash, Long> unopened) {
    int taken = 0;
    for (SealedReport report : file.texts()) {
      Optional<Hash> opened = opened(report, file.organisation(), secret);
      taken += opened.isPresent() && unopened.remove(opened.get()) != null ? 1 : 0;
    }
    return taken;
  }

  private static Optional<Hash> opened(
      SealedReport report, String organisation, PersonSecret secret) {
    if (report.isTakenBack()) {
      return Optional.empty();
    }
    try {
      byte[] plain = secret.open(report.sealed(), SealedWords.place(organisation, report.text()));
      Unopened unopened = SealedWords.unopened(plain, report.reference());
      return Optional.of(Hash.of(unopened.commitment(organisation)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty(); // its commitment is named then
    }
  }

  /** Of two notes about one, that leaders have it counts. */
  private static Map<What, Integer> takeNotes(
      AccountFile file, PersonSecret secret, Map<Hash, Long> unopened) {
    Map<What, Integer> taken = new HashMap<>();
    file.notes().stream()
        .flatMap(note -> UnopenedSeal.open(note, file.organisation(), secret).stream())
        .filter(note -> note.what() != What.CONFIDED)
        .sorted(Comparator.comparing(Unopened::what).reversed())
        .filter(note -> unopened.remove(commitment(note, file)) != null)
        .forEach(note -> taken.merge(note.what(), 1, Integer::sum));
    file.texts().stream()
        .filter(SealedReport::isTakenBack)
        .flatMap(text -> UnopenedSeal.open(text.note(), file.organisation(), secret).stream())
        .filter(note -> unopened.remove(commitment(note, file)) != null)
        .forEach(note -> taken.merge(What.ASIDE, 1, Integer::sum));
    return taken;
  }

  private static List<Hash> saidToBeConfided(AccountFile file, PersonSecret secret) {
    return file.texts().stream()
        .flatMap(text -> UnopenedSeal.open(text.note(), file.organisation(), secret).stream())
        .map(note -> commitment(note, file))
        .toList();
  }

  private static Hash commitment(Unopened note, AccountFile file) {
    return Hash.of(note.commitment(file.organisation()));
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
                    new Statement(
                        log.origin(),
                        from,
                        size,
                        log.head(size),
                        until,
                        inConfidence,
                        withLeaders));
  }
}
