package org.answerable.intake.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.answerable.intake.words.Phrase.Word;
import org.jspecify.annotations.Nullable;

/** The words of one language's phrases, each with a number. Looks a written word up. */
final class Lexicon {
  private final Map<String, String> letters;
  private final Map<Word, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> whole = new HashMap<>();
  private final Map<String, Integer> beginnings = new HashMap<>();
  private final Map<String, Integer> endings = new HashMap<>();

  private @Nullable Integer anyNumber;

  /**
   * @param letters what people write, and what is meant: {@code x -> s}
   */
  Lexicon(Map<String, String> letters) {
    this.letters = Map.copyOf(letters);
  }

  int number(Word word) {
    return numbers.computeIfAbsent(
        word,
        added -> {
          int number = numbers.size();
          switch (added.match()) {
            case WHOLE -> whole.put(added.text(), number);
            case BEGINNING -> beginnings.put(added.text(), number);
            case ENDING -> endings.put(added.text(), number);
            case NUMBER -> anyNumber = number;
          }
          return number;
        });
  }

  /** The numbers of all words that a written one can be. */
  List<Integer> look(String written) {
    List<Integer> found = new ArrayList<>();
    lookExactly(written, found);
    String meant = written;
    for (var letter : letters.entrySet()) {
      meant = meant.replace(letter.getKey(), letter.getValue());
    }
    if (!meant.equals(written)) {
      lookExactly(meant, found);
    }
    return found;
  }

  private void lookExactly(String word, List<Integer> found) {
    add(whole.get(word), found);
    if (Character.isDigit(word.charAt(0))) {
      lookForNumber(word, found);
    }
    for (int cut = ListLimits.STEM_LETTERS; cut <= word.length(); cut++) {
      if (!beginnings.isEmpty()) {
        add(beginnings.get(word.substring(0, cut)), found);
      }
      if (!endings.isEmpty()) {
        add(endings.get(word.substring(word.length() - cut)), found);
      }
    }
  }

  private void lookForNumber(String word, List<Integer> found) {
    if (word.chars().allMatch(Character::isDigit)) {
      add(anyNumber, found);
    }
  }

  private static void add(@Nullable Integer number, List<Integer> found) {
    if (number != null && !found.contains(number)) {
      found.add(number);
    }
  }
}
