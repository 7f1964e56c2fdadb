package org.answerable.flow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that people write around the numbers of a vote, in every language at once.
 *
 * @param numbers what each word for a number means, from 1
 * @param beside words that say nothing of their own beside a vote: {@code my}, {@code then}
 * @param doubt words by which somebody names two and chooses none: {@code or}
 */
public record BallotWords(Map<String, Integer> numbers, Set<String> beside, Set<String> doubt) {
  public BallotWords {
    numbers = Map.copyOf(numbers);
    beside = Set.copyOf(beside);
    doubt = Set.copyOf(doubt);
  }

  /**
   * From words as people write them.
   *
   * @param counted of each language the words for one, two and so on
   */
  public static BallotWords of(
      Collection<List<String>> counted, Collection<String> beside, Collection<String> doubt) {
    Map<String, Integer> numbers = new HashMap<>();
    for (List<String> words : counted) {
      for (int place = 0; place < words.size(); place++) {
        numbers.putIfAbsent(Plain.of(words.get(place)), place + 1);
      }
    }
    return new BallotWords(numbers, plain(beside), plain(doubt));
  }

  private static Set<String> plain(Collection<String> words) {
    return words.stream().map(Plain::of).collect(Collectors.toSet());
  }
}
