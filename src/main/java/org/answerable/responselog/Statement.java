package org.answerable.responselog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.tlog.Hash;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.SpokenKey;

/**
 * What a focal point outside signs: each commitment from {@code from} on and below {@code size}
 * that is not opened is a cover, is in confidence with them, or is, as the organisation says, with
 * leaders only, set aside or taken back. It goes to the end of a quarter and begins where the one
 * before ended, so that no two counts are of almost the same.
 *
 * @param origin of the log
 * @param from the first entry that it is about
 * @param size of the tree up to which it goes
 * @param head of that tree
 * @param until the day of the latest commitment below {@code size}
 * @param inConfidence how many texts the focal point has opened; told in {@link Suppressed#steps}
 * @param withLeaders how many leaders have that are never opened, for they accuse somebody; told in
 *     the same way
 */
public record Statement(
    String origin,
    long from,
    long size,
    Hash head,
    LocalDate until,
    long inConfidence,
    long withLeaders) {
  private static final String TITLE = "answerable accounted v1";
  private static final String OF_FOCAL = "/focal/";
  private static final String FEW = "fewer than " + Suppressed.K;
  private static final String MORE = " or more";
  private static final String COUNT = FEW + "|\\d{1,9}" + MORE;
  private static final Pattern FORM =
      Pattern.compile(
          TITLE
              + "\n(?<origin>[^\n]+)\nfrom (?<from>\\d{1,18})\nsize (?<size>\\d{1,18})\n"
              + "(?<head>[^\n]+)\nuntil (?<until>\\d{4}-\\d\\d-\\d\\d)\n"
              + "in confidence: (?<confided>%1$s)\nwith leaders only: (?<leaders>%1$s)\n"
                  .formatted(COUNT));

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
                "in confidence: " + told(inConfidence),
                "with leaders only: " + told(withLeaders)))
        + "\n";
  }

  private static String told(long count) {
    long steps = Suppressed.steps(count);
    return steps == 0 ? FEW : steps + MORE;
  }

  private static long count(String told) {
    return told.equals(FEW) ? 0 : Long.parseLong(told.substring(0, told.indexOf(' ')));
  }

  /** The statement that a note's text is, with what it tells of its counts; empty: it is none. */
  public static Optional<Statement> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      var read =
          new Statement(
              form.group("origin"),
              Long.parseLong(form.group("from")),
              Long.parseLong(form.group("size")),
              Hash.ofBase64(form.group("head"), "the head"),
              LocalDate.parse(form.group("until")),
              count(form.group("confided")),
              count(form.group("leaders")));
      return read.text().equals(text) ? Optional.of(read) : Optional.empty();
    } catch (MalformedException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The name of the key that signs it: nobody can give it to another one. */
  public static String keyName(String origin, SpokenKey key) {
    return origin + OF_FOCAL + key;
  }

  /** What people compare of a key that has such a name; empty: it has none. */
  public static Optional<String> letters(String keyName) {
    int at = keyName.lastIndexOf(OF_FOCAL);
    return at < 0 ? Optional.empty() : Optional.of(keyName.substring(at + OF_FOCAL.length()));
  }
}
