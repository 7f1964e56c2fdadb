package org.answerable.intake.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of a list: words in their order, as {@code (want|going) to? ... die}.
 *
 * <ul>
 *   <li>{@code a|b}: one of these words; {@code (a b|c)}: one of these, of several words too
 *   <li>{@code to?}: may be missing
 *   <li>{@code ...}: up to {@link ListLimits#GAP_WORDS} other words of the same sentence may stand
 *       here
 *   <li>{@code -nipiga}: a word that ends so; {@code touch-}: one that begins so
 *   <li>{@code 8-17}: a number of these
 *   <li>{@code PARTNER}: a word of a {@linkplain Groups group}; {@code NUMBER}: any number
 * </ul>
 */
record Phrase(List<Place> places) {
  private static final Pattern ITEM = Pattern.compile("\\(([^()]*)\\)(\\??)|([^\\s()]+)");
  private static final Pattern RANGE = Pattern.compile("([0-9]{1,3})-([0-9]{1,3})");
  private static final Pattern SIGN = Pattern.compile("[?*+.,;:!\\[\\]{}/\\\\]");
  private static final String GAP = "...";

  /**
   * One place of a phrase.
   *
   * @param written as the file has it
   * @param choices what may stand there, each of one or more words
   */
  record Place(String written, List<List<Word>> choices, boolean optional, boolean afterGap) {}

  enum Match {
    WHOLE,
    BEGINNING,
    ENDING,
    NUMBER
  }

  /** A word, or the beginning or ending of one, as {@link Piece} writes it. */
  record Word(String text, Match match) {}

  /** A line that can't be read, and what to do. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }

    String what() {
      return String.valueOf(getMessage());
    }
  }

  static Phrase parse(String line, Groups groups) throws Unreadable {
    List<Place> places = new ArrayList<>();
    boolean gap = false;
    Matcher item = ITEM.matcher(line);
    int end = 0;
    while (item.find()) {
      checkBetween(line.substring(end, item.start()));
      end = item.end();
      if (item.group().equals(GAP)) {
        gap = true;
      } else if (item.group().contains(GAP)) {
        throw new Unreadable("\"...\" stands inside a word; put a space on both its sides");
      } else {
        places.add(place(item, gap, groups));
        gap = false;
      }
    }
    checkBetween(line.substring(end));
    boolean onlyOptional = places.stream().allMatch(Place::optional);
    if (gap || onlyOptional || places.getFirst().afterGap()) {
      throw new Unreadable("\"" + line + "\" needs a word at both ends; write one");
    }
    return new Phrase(places);
  }

  private static void checkBetween(String between) throws Unreadable {
    if (!between.isBlank()) {
      throw new Unreadable("a bracket stands alone; close it, and put none inside another");
    }
  }

  private static Place place(Matcher item, boolean gap, Groups groups) throws Unreadable {
    boolean brackets = item.group(1) != null;
    String all = brackets ? item.group(1) : item.group(3);
    boolean optional = brackets ? !item.group(2).isEmpty() : all.endsWith("?");
    if (!brackets && optional) {
      all = all.substring(0, all.length() - 1);
    }
    List<List<Word>> choices = new ArrayList<>();
    for (String choice : all.split("\\|", -1)) {
      choices.addAll(choices(choice.strip(), groups));
    }
    return new Place(item.group(), choices, optional, gap);
  }

  /** What may stand at one side of a {@code |}: each way to write it, of one or more words. */
  static List<List<Word>> choices(String choice, Groups groups) throws Unreadable {
    List<List<Word>> all = List.of(List.of());
    for (String written : choice.split("\\s+", -1)) {
      all = continued(all, one(written, groups));
      if (all.size() > ListLimits.CHOICES) {
        throw new Unreadable("\"" + choice + "\" has too many ways; make several lines of it");
      }
    }
    return all;
  }

  private static List<List<Word>> continued(List<List<Word>> all, List<List<Word>> ends) {
    return all.stream()
        .flatMap(
            begun -> ends.stream().map(end -> Stream.concat(begun.stream(), end.stream()).toList()))
        .toList();
  }

  private static List<List<Word>> one(String written, Groups groups) throws Unreadable {
    Matcher range = RANGE.matcher(written);
    if (range.matches()) {
      return numbers(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
    }
    return Groups.isName(written) ? groups.get(written) : List.of(words(written));
  }

  private static List<List<Word>> numbers(int first, int last) throws Unreadable {
    if (last < first || last - first >= ListLimits.RANGE_NUMBERS) {
      throw new Unreadable(
          first + "-" + last + " is no range; write the smaller number first, as 8-17");
    }
    List<List<Word>> numbers = new ArrayList<>();
    for (int number = first; number <= last; number++) {
      numbers.add(List.of(new Word(Integer.toString(number), Match.WHOLE)));
    }
    return numbers;
  }

  private static List<Word> words(String written) throws Unreadable {
    if (SIGN.matcher(written).find()) {
      throw new Unreadable(
          "\"" + written + "\" has a sign in it; write letters, digits, hyphens, apostrophes");
    }
    boolean ending = written.startsWith("-");
    boolean beginning = written.endsWith("-");
    List<String> forms = Forms.words(written);
    if (forms.isEmpty()) {
      throw new Unreadable("\"" + written + "\" has no letters; write a word");
    }
    if (!ending && !beginning) {
      return forms.stream().map(form -> new Word(form, Match.WHOLE)).toList();
    }
    String form = forms.getFirst();
    if (forms.size() > 1 || ending && beginning || form.length() < ListLimits.STEM_LETTERS) {
      throw new Unreadable(
          "\""
              + written
              + "\" would find too much; write at least "
              + ListLimits.STEM_LETTERS
              + " letters, and one hyphen");
    }
    return List.of(new Word(form, ending ? Match.ENDING : Match.BEGINNING));
  }
}
