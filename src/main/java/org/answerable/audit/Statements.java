package org.answerable.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.tlog.Hash;
import org.answerable.tlog.HashReader;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.MerkleTree;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.VerifierKey;

/**
 * What focal points outside have said of the commitments that were not opened. Each statement is
 * signed with a key that the log announced before it, and is of this very log.
 */
final class Statements {
  /** A quarter, and a month to make the statement in. */
  private static final int DAYS_MAX = 120;

  private static final Pattern FORM =
      Pattern.compile(
          """
          answerable accounted v1
          (?<origin>.+)
          from (?<from>0|[1-9]\\d{0,17})
          size (?<size>[1-9]\\d{0,17})
          (?<head>.+)
          until (?<until>\\d{4}-\\d\\d-\\d\\d)
          in confidence: (?<many>fewer than 10|[1-9]\\d{0,7}0 or more)
          with leaders only: (?<accusing>fewer than 10|[1-9]\\d{0,7}0 or more)
          """);

  private static final String OF_FOCAL = "/focal/";

  private final Map<VerifierKey, String> keys = new LinkedHashMap<>();
  private final List<Said> said = new ArrayList<>();
  private final NavigableMap<Long, LocalDate> days = new TreeMap<>();

  private record Said(
      String place,
      String by,
      String origin,
      long from,
      long size,
      Hash head,
      LocalDate until,
      String many,
      String accusing) {}

  /** A commitment stands at this index. */
  void committed(long index, LocalDate day) {
    if (days.isEmpty() || !days.lastEntry().getValue().equals(day)) {
      days.put(index, day);
    }
  }

  /**
   * A key's name ends with the letters of the key itself: under those that a focal point has read
   * out nobody can announce another one.
   */
  void announce(LogEntry entry) throws Finding {
    VerifierKey key;
    try {
      key = VerifierKey.parse(entry.text("key"));
    } catch (MalformedException e) {
      throw entry.finding("announces what is no key: " + e.getMessage());
    }
    if (!key.name().endsWith(OF_FOCAL + key.spoken())) {
      throw entry.finding(
          "announces a focal point's key under the name of another one, " + Shown.of(key.name()));
    }
    if (keys.putIfAbsent(key, entry.place()) != null) {
      throw entry.finding("announces a focal point's key for the second time");
    }
  }

  /** Of each key, the oldest first. */
  List<String> letters() {
    return keys.keySet().stream().map(key -> key.spoken().letters()).toList();
  }

  /** Takes a statement; whether its head is that of the log is seen when all entries are. */
  void take(LogEntry entry, long index) throws Finding {
    SignedNote note;
    try {
      note = SignedNote.parse(entry.text("statement").getBytes(StandardCharsets.UTF_8));
    } catch (MalformedException e) {
      throw entry.finding("accounts with what is no signed note: " + e.getMessage());
    }
    if (!(note.verify(keys.keySet()) instanceof SignedNote.Verdict.Signed(var by))) {
      throw entry.finding("accounts with a statement that no announced focal point signed");
    }
    Said one = read(entry, note.text(), by.iterator().next().spoken().letters());
    if (one.size > index || one.from >= one.size || one.from < size()) {
      throw entry.finding("accounts for entries that it can't know, or not for the first time");
    }
    var until = days.lowerEntry(one.size);
    if (until == null || !until.getValue().equals(one.until)) {
      throw entry.finding(
          "accounts until " + one.until + ", which is not the day of its last commitment");
    }
    var next = days.ceilingEntry(one.size);
    if (next == null || !Quarters.first(next.getValue()).isAfter(one.until)) {
      throw entry.finding("accounts until " + one.until + ", in the middle of a quarter");
    }
    said.add(one);
  }

  private static Said read(LogEntry entry, String text, String by) throws Finding {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw entry.finding("accounts with a statement that says something else");
    }
    try {
      return new Said(
          entry.place(),
          by,
          form.group("origin"),
          Long.parseLong(form.group("from")),
          Long.parseLong(form.group("size")),
          Hash.ofBase64(form.group("head"), "its root hash"),
          LocalDate.parse(form.group("until")),
          form.group("many"),
          form.group("accusing"));
    } catch (MalformedException | DateTimeException e) {
      throw entry.finding("accounts with a statement that says something else");
    }
  }

  /** Whether each is about this log, and about the tree that it had then. */
  void check(String origin, HashReader hashes) throws Finding {
    for (var announced : keys.entrySet()) {
      VerifierKey key = announced.getKey();
      if (!key.name().equals(origin + OF_FOCAL + key.spoken())) {
        throw new Finding(
            "%s announces a focal point's key of another log, %s."
                .formatted(announced.getValue(), Shown.of(key.name())));
      }
    }
    for (Said one : said) {
      if (!one.origin.equals(origin)) {
        throw new Finding(one.place + " accounts for another log, " + Shown.of(one.origin) + ".");
      }
      if (!MerkleTree.head(one.size, hashes).equals(one.head)) {
        throw new Finding(
            "%s accounts for another tree of %d entries than this log had."
                .formatted(one.place, one.size));
      }
    }
  }

  /** The day of the latest commitment below a size; empty: there is none. */
  Optional<LocalDate> until(long size) {
    return Optional.ofNullable(days.lowerEntry(size)).map(Map.Entry::getValue);
  }

  /** Up to where they go; 0: nowhere. */
  long size() {
    return said.isEmpty() ? 0 : said.getLast().size;
  }

  /** For people. */
  List<String> summary(LocalDate latestDay) {
    if (said.isEmpty()) {
      return List.of("Nobody outside has said yet what the commitments are that were not opened.");
    }
    var lines = changes();
    long next = 0;
    for (Said one : said) {
      if (one.from > next) {
        lines.add("Entries %d to %d are accounted for by nobody.".formatted(next, one.from - 1));
      }
      next = one.size;
    }
    Said last = said.getLast();
    lines.add(
        "Accounted for until %s, entry %d, by the focal point outside, whose key is %s: ask them if it is. In confidence there: %s. With leaders only, as the organisation says: %s."
            .formatted(last.until, last.size - 1, last.by, last.many, last.accusing));
    if (ChronoUnit.DAYS.between(last.until, latestDay) > DAYS_MAX) {
      lines.add("Not accounted for since %s: ask why.".formatted(last.until));
    }
    return lines;
  }

  /** Each time that somebody else signs than before. */
  private List<String> changes() {
    var lines = new ArrayList<String>();
    for (int i = 1; i < said.size(); i++) {
      Said before = said.get(i - 1);
      Said one = said.get(i);
      if (!one.by.equals(before.by)) {
        lines.add(
            "The key of who accounts changed with %s: %s before, %s since. Ask them why."
                .formatted(one.place, before.by, one.by));
      }
    }
    return lines;
  }
}
