package org.answerable.responselog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.tlog.Hash;
import org.answerable.tlog.MalformedException;

/**
 * What a focal point outside signs: each commitment from {@code from} on and below {@code size}
 * that is not opened is a cover, was set aside or is not sorted yet, or is in confidence with them.
 *
 * @param origin of the log
 * @param from the first entry that it is about
 * @param size of the tree up to which it goes
 * @param head of that tree
 * @param until the day of the latest commitment below {@code size}
 * @param inConfidence how many are in confidence; told from {@link Suppressed#K} on only
 */
public record Statement(
    String origin, long from, long size, Hash head, LocalDate until, int inConfidence) {
  private static final String TITLE = "answerable accounted v1";
  private static final Pattern FORM =
      Pattern.compile(
          TITLE
              + "\n(?<origin>[^\n]+)\nfrom (?<from>\\d{1,18})\nsize (?<size>\\d{1,18})\n"
              + "(?<head>[^\n]+)\nuntil (?<until>\\d{4}-\\d\\d-\\d\\d)\n"
              + "in confidence: (?<many>fewer than "
              + Suppressed.K
              + "|\\d{1,9})\n");

  /** The text of the note. */
  public String text() {
    return String.join(
            "\n",
            List.of(
                TITLE,
                origin,
                "from " + from,
                "size " + size,
                head.base64(),
                "until " + until,
                "in confidence: "
                    + (inConfidence < Suppressed.K
                        ? "fewer than " + Suppressed.K
                        : String.valueOf(inConfidence))))
        + "\n";
  }

  /** The statement that a note's text is, with 0 in confidence for fewer; empty: it is none. */
  public static Optional<Statement> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String many = form.group("many");
    try {
      var read =
          new Statement(
              form.group("origin"),
              Long.parseLong(form.group("from")),
              Long.parseLong(form.group("size")),
              Hash.ofBase64(form.group("head"), "the head"),
              LocalDate.parse(form.group("until")),
              many.startsWith("fewer") ? 0 : Integer.parseInt(many));
      return read.text().equals(text) ? Optional.of(read) : Optional.empty();
    } catch (MalformedException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The name of the key that signs it. */
  public static String keyName(String origin, String focalKey) {
    return origin + "/focal/" + focalKey;
  }
}
