package org.answerable.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a PIN or a code that somebody writes otherwise than they were told: "READ code my pin
 * 8642", "my pin is 47 11". A text that holds nothing else is no feedback; in any other it can be
 * found where it stands. In every language at once. Numbers alone are nothing: "we waited 3 hours,
 * 12 people" is feedback as it is.
 */
public final class SecretWords {
  private final Keywords keywords;
  private final Set<String> names;
  private final Set<String> beside;

  /**
   * @param names what people call a secret: {@code PIN}
   * @param beside words that say nothing of their own beside one: {@code my}, {@code is}, {@code
   *     please}
   */
  public SecretWords(Keywords keywords, Collection<String> names, Collection<String> beside) {
    this.keywords = keywords;
    this.names = names.stream().map(Plain::of).collect(Collectors.toUnmodifiableSet());
    this.beside = beside.stream().map(Plain::of).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A text of digits and of words that say nothing without them.
   *
   * @param keyword the first that it has; null: none
   * @param named whether it calls its digits a secret
   * @param digits all of them, in 0 to 9
   */
  public record Only(@Nullable Keyword keyword, boolean named, String digits) {
    @Override
    public String toString() {
      return "Only[" + keyword + ", redacted]";
    }
  }

  /**
   * A number within a text, perhaps written in parts: {@code 47 11}.
   *
   * @param start of its first sign
   * @param end behind its last
   * @param digits in 0 to 9
   */
  public record Place(int start, int end, String digits) {
    @Override
    public String toString() {
      return "Place[redacted]";
    }
  }

  /** Whether a text has digits enough for one, anywhere: few have. */
  public static boolean mayHold(String text) {
    return text.codePoints().filter(Plain::isDigit).limit(FlowLimits.SECRET_DIGITS).count()
        == FlowLimits.SECRET_DIGITS;
  }

  /** What a text is that holds nothing else, and at least one word; empty: it holds more. */
  public Optional<Only> only(String text) {
    if (text.length() > FlowLimits.MATCH_CHARS) {
      return Optional.empty();
    }
    StringBuilder digits = new StringBuilder();
    Keyword keyword = null;
    boolean named = false;
    boolean words = false;
    for (Piece piece : Piece.of(text)) {
      String plain = piece.plain();
      Keyword other = names.contains(plain) ? null : keywords.alone(plain);
      words |= !piece.number();
      if (piece.number()) {
        digits.append(plain);
      } else if (names.contains(plain)) {
        named = true;
      } else if (other != null) {
        keyword = keyword == null ? other : keyword;
      } else if (!beside.contains(plain)) {
        return Optional.empty();
      }
    }
    return words && !digits.isEmpty()
        ? Optional.of(new Only(keyword, named, digits.toString()))
        : Optional.empty();
  }

  /** The numbers that a text itself calls secret, and one that is all there is. */
  public List<Place> named(String text) {
    List<Piece> pieces = Piece.of(text);
    List<Place> places = new ArrayList<>();
    if (pieces.stream().allMatch(Piece::number)) {
      addSecret(places, pieces);
      return places;
    }
    for (int at = 0; at < pieces.size(); at++) {
      if (!pieces.get(at).number() && names.contains(pieces.get(at).plain())) {
        addSecret(places, numbersFrom(pieces, behind(pieces, at + 1)));
      }
    }
    return places;
  }

  /** Behind the words that lead from a secret's name to its digits: "pin yangu ni 8642". */
  private int behind(List<Piece> pieces, int first) {
    int at = first;
    while (at < pieces.size()
        && at < first + FlowLimits.WORDS_BEFORE_SECRET
        && !pieces.get(at).number()
        && beside.contains(pieces.get(at).plain())) {
      at++;
    }
    return at;
  }

  private static void addSecret(List<Place> places, List<Piece> numbers) {
    if (!numbers.isEmpty()) {
      Place place = place(numbers);
      int digits = place.digits.length();
      if (digits >= FlowLimits.SECRET_DIGITS && digits <= FlowLimits.SECRET_MOST_DIGITS) {
        places.add(place);
      }
    }
  }

  /** Every number of so many digits in a text, also one of parts that no word stands between. */
  public static List<Place> numbers(String text, int digits) {
    List<Piece> pieces = Piece.of(text);
    List<Place> places = new ArrayList<>();
    for (int from = 0; from < pieces.size(); from++) {
      int sum = 0;
      int to = from;
      while (to < pieces.size() && pieces.get(to).number() && sum < digits) {
        sum += pieces.get(to).plain().length();
        to++;
      }
      if (sum == digits) {
        places.add(place(pieces.subList(from, to)));
      }
    }
    return places;
  }

  private static List<Piece> numbersFrom(List<Piece> pieces, int from) {
    int to = from;
    while (to < pieces.size() && pieces.get(to).number()) {
      to++;
    }
    return pieces.subList(from, to);
  }

  private static Place place(List<Piece> numbers) {
    String digits = numbers.stream().map(Piece::plain).collect(Collectors.joining());
    return new Place(numbers.getFirst().start(), numbers.getLast().end(), digits);
  }
}
