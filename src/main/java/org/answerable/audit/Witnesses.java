package org.answerable.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.answerable.tlog.Cosignature;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.NoteSignature;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.SignedNote.Verdict;
import org.answerable.tlog.VerifierKey;

/**
 * Those outside who may have signed a log's checkpoint.
 *
 * @param named by whoever verifies, who believes them
 * @param least how many of these must have signed it
 */
record Witnesses(List<VerifierKey> named, int least) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  Witnesses {
    named = List.copyOf(named);
  }

  /**
   * Those whom a log names itself: the latest entry counts.
   *
   * @param before as the entries before this one say
   */
  static List<String> announced(LogEntry entry, List<String> before) throws Finding {
    boolean names =
        entry.type().equals("configuration changed") && entry.text("what").equals("witnesses");
    return names ? entry.texts("keys") : before;
  }

  /**
   * Looks at their signatures.
   *
   * @param announced those whom the log names itself
   * @param latestDay no day after it has come
   * @return who has seen it, and when, a line each
   * @throws Finding when a signature is false, or too few of those who were named have signed
   */
  String check(SignedNote note, List<String> announced, LocalDate latestDay) throws Finding {
    List<String> lines = new ArrayList<>();
    Set<VerifierKey> all = new LinkedHashSet<>(named);
    for (String vkey : announced) {
      try {
        all.add(VerifierKey.parse(vkey));
      } catch (MalformedException e) {
        lines.add("It names a witness whose key can't be read here: %s.".formatted(Shown.of(vkey)));
      }
    }
    int seen = 0;
    for (VerifierKey key : all) {
      boolean signed = isSigned(note, key);
      seen += signed && named.contains(key) ? 1 : 0;
      lines.add(signed ? seen(note, key, latestDay) : "Not seen by %s.".formatted(name(key)));
    }
    if (seen < least) {
      throw new Finding(
          "checkpoint: %d of the %d witnesses that you named have signed it, and %d must. They are asked behind its signing: try again in a minute; then ask them what they have seen.\n%s"
              .formatted(seen, named.size(), least, String.join("\n", lines)));
    }
    return lines.isEmpty() ? "It names no outside witness." : String.join("\n", lines);
  }

  private static boolean isSigned(SignedNote note, VerifierKey key) throws Finding {
    return switch (note.verify(List.of(key))) {
      case Verdict.Signed signed -> true;
      case Verdict.Unsigned unsigned -> false;
      case Verdict.Forged forged ->
          throw new Finding(
              "checkpoint: the cosignature of %s is none of its text.".formatted(name(key)));
    };
  }

  private static String seen(SignedNote note, VerifierKey key, LocalDate latestDay) throws Finding {
    Instant time = time(note, key);
    if (LocalDate.ofInstant(time, ZoneOffset.UTC).isAfter(latestDay)) {
      throw new Finding(
          "checkpoint: the cosignature of %s is of a time that has not come.".formatted(name(key)));
    }
    return "Seen by %s on %s UTC.".formatted(name(key), TIME.format(time));
  }

  private static Instant time(SignedNote note, VerifierKey key) throws Finding {
    for (NoteSignature signature : note.signatures()) {
      if (key.verifies(note.text(), signature)) {
        try {
          return Cosignature.of(signature).time();
        } catch (MalformedException e) {
          throw new Finding("checkpoint: " + e.getMessage() + ".");
        }
      }
    }
    throw new IllegalStateException("it was verified just now");
  }

  private static String name(VerifierKey key) {
    return Shown.of(key.name());
  }
}
