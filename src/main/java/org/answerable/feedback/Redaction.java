package org.answerable.feedback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.feedback.Mark.Why;

/**
 * Points at what could identify somebody, and takes out what a leader decides. It finds the shapes
 * of numbers, names and places; it does not understand: people look at the result before it is
 * public. What remains is always the constituent's own words.
 */
public final class Redaction {
  /** Stands where something was taken out. */
  public static final String TAKEN_OUT = "[…]";

  private static final String NAME_WORD = "[\\p{L}\\p{M}][\\p{L}\\p{M}'’-]*";
  private static final String CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}'’-]+";

  private static final List<Finder> FINDERS =
      List.of(
          new Finder(Why.LINK, 0, "(?i)\\b(?:https?://|www\\.)\\S+"),
          new Finder(
              Why.LINK,
              0,
              "(?i)\\b[a-z0-9][a-z0-9-]*(?:\\.[a-z0-9-]+)*"
                  + "\\.(?:com|org|net|info|io|me|ly|gg|africa|ke|ug|tz|rw|za|ng|fr|cd|int)\\b(?:/\\S*)?"),
          new Finder(Why.EMAIL, 0, "[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+"),
          new Finder(Why.HANDLE, 0, "(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_]{2,}"),
          // "07.. 12 34 56", "+254-700", "٠٧٠٠", "5am"; not the sign for a sound, as in "evry1"
          new Finder(
              Why.NUMBER,
              0,
              "[+(]?(?<!\\p{Nd})(?:(?<![\\p{L}\\p{M}])\\p{Nd}(?!\\p{L})|(?<![\\p{L}\\p{M}])\\p{Nd}(?=[ap]m\\b|h\\b)|\\p{Nd}{2})"
                  + "(?:[\\p{Nd}\\s().:/-]*\\p{Nd})?(?:[ap]m\\b|h\\b)?"),
          new Finder(
              Why.PLACE,
              0,
              "(?iU)\\b(?:window|room|ward|gate|block|bed|house|plot|flat|door|desk|dirisha|chumba|wodi|lango|nyumba|"
                  + "guichet|salle|porte|chambre|lit|maison|bloc)(?:\\s+(?:la|ya|cha|no|n°|number|namba))?\\s*\\p{Nd}+"),
          new Finder(
              Why.PLACE,
              0,
              "(?iU)\\b(?:near|behind|opposite|next to|karibu na|nyuma ya|mbele ya|près d[eu]|pres"
                  + " d[eu]|derrière|derriere)(?:\\s+(?:the|a|my|our|la|le|les))?\\s+"
                  + NAME_WORD),
          new Finder(
              Why.PLACE,
              1,
              "(?iU)\\b(?!(?:the|this|that|our|ur|my|a|an|any|every|your|to|at|in|of|dis|de|le|la|un|une|ce|and|or)\\b)("
                  + NAME_WORD
                  + ")\\s+(?:clinic|hospital|dispensary|village|estate|market|church|mosque|school)\\b"),
          new Finder(
              Why.PLACE,
              1,
              "(?iU)\\b(?:kituo cha|hospitali ya|kijiji cha|mtaa wa|shule"
                  + " ya|centre|clinique|hôpital|hopital|village|quartier)"
                  + "\\s+(?!(?:de|du|des|le|la|les|on|et|is|was|and)\\b)("
                  + NAME_WORD
                  + ")"),
          named("(" + NAME_WORD + ")"),
          named(
              NAME_WORD
                  + "\\s+(?!(?:no|na|and|et|i|im|my|nina|ni|from|the|mon|of|at|in)\\b)("
                  + NAME_WORD
                  + ")"),
          new Finder(
              Why.NAME,
              1,
              "(?iU)\\b(?:mr|mrs|ms|miss|dr|doctor|mme|mlle|bwana|bi|daktari|docteur)\\.?\\s+("
                  + NAME_WORD
                  + ")"),
          // a capital that no sentence begins with
          new Finder(
              Why.NAME,
              0,
              "(?<=[^.!?\\s\"“«(:…][\"”»)]?[ ])(?!I\\b)"
                  + CAPITALISED
                  + "(?:\\s+"
                  + CAPITALISED
                  + ")*"));

  private Redaction() {}

  /** What could identify somebody, in order, without overlaps. */
  public static List<Mark> marks(String text) {
    var found = new ArrayList<Mark>();
    for (Finder finder : FINDERS) {
      Matcher matcher = finder.pattern().matcher(text);
      while (matcher.find()) {
        found.add(
            new Mark(matcher.start(finder.group()), matcher.end(finder.group()), finder.why()));
      }
    }
    return withoutOverlaps(found);
  }

  /**
   * The text without what is hidden.
   *
   * @param hidden spans of it
   * @param also words that are hidden wherever they stand, in upper or lower case
   */
  public static String apply(String text, Collection<Mark> hidden, Collection<String> also) {
    boolean[] out = new boolean[text.length()];
    hidden.forEach(mark -> Arrays.fill(out, mark.start(), mark.end(), true));
    also.stream()
        .filter(words -> !words.isBlank())
        .forEach(words -> hideEverywhere(text, words.strip(), out));
    return join(text, out);
  }

  private static Finder named(String name) {
    return new Finder(
        Why.NAME,
        1,
        "(?iU)\\b(?:my name is|my name|name is|i am called|jina langu ni|jina langu|jina"
            + " ni|naitwa|je m['’ ]?appelle|mon nom est|mon nom c['’]est)\\s+\\[?"
            + name);
  }

  /** Of two that meet, both become one, with the reason of the longer. */
  private static List<Mark> withoutOverlaps(List<Mark> found) {
    found.sort(Comparator.comparingInt(Mark::start).thenComparingInt(mark -> -mark.end()));
    var result = new ArrayList<Mark>();
    for (Mark mark : found) {
      if (result.isEmpty() || !result.getLast().meets(mark)) {
        result.add(mark);
      } else {
        Mark last = result.removeLast();
        boolean longer = mark.end() - mark.start() > last.end() - last.start();
        result.add(
            new Mark(
                last.start(), Math.max(last.end(), mark.end()), longer ? mark.why() : last.why()));
      }
    }
    return result;
  }

  private static void hideEverywhere(String text, String words, boolean[] out) {
    var matcher =
        Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(text);
    while (matcher.find()) {
      Arrays.fill(out, matcher.start(), matcher.end(), true);
    }
  }

  /** Neighbours with only blanks between them are taken out as one: their number tells nothing. */
  private static String join(String text, boolean[] out) {
    var result = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      if (!out[i]) {
        result.append(text.charAt(i++));
        continue;
      }
      int end = i;
      for (int j = i; j < text.length() && (out[j] || text.charAt(j) == ' '); j++) {
        end = out[j] ? j + 1 : end;
      }
      result.append(TAKEN_OUT);
      i = end;
    }
    return result.toString();
  }

  private record Finder(Why why, int group, Pattern pattern) {
    Finder(Why why, int group, String pattern) {
      this(why, group, Pattern.compile(pattern));
    }
  }
}
