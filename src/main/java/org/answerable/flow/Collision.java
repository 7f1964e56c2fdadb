package org.answerable.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two words that mean two choices of one question, though people can hardly tell them apart: one of
 * them misspelt is the other, or both are the same.
 *
 * @param choice the value of the first of the two
 * @param word of it, as it stands in the file
 * @param other the same of another choice
 */
public record Collision(String choice, String word, String other) {
  /** All of a question's, in the order of its choices; whatever their languages, as in answers. */
  public static List<Collision> in(Choices choices) {
    List<Collision> found = new ArrayList<>();
    List<Choice> all = choices.all();
    for (int one = 0; one < all.size(); one++) {
      for (int other = one + 1; other < all.size(); other++) {
        between(all.get(one), all.get(other), found);
      }
    }
    return found;
  }

  private static Set<String> words(Choice choice) {
    Set<String> words = new LinkedHashSet<>(new TreeMap<>(choice.labels()).values());
    words.addAll(choice.also());
    return words;
  }

  private static void between(Choice choice, Choice second, List<Collision> found) {
    for (String word : words(choice)) {
      for (String other : words(second)) {
        if (collide(Plain.of(word), Plain.of(other))) {
          found.add(new Collision(choice.value(), word, other));
        }
      }
    }
  }

  private static boolean collide(String word, String other) {
    return Spelling.isNear(word, other) || Spelling.isNear(other, word);
  }

  /** Whether both are one word, but for case and accents. */
  public boolean isSame() {
    return Plain.of(word).equals(Plain.of(other));
  }
}
