package org.answerable.flow.yaml;

import java.util.List;
import java.util.Map;
import org.answerable.flow.Choices;
import org.answerable.flow.Context;
import org.answerable.flow.Flow;
import org.answerable.flow.Problem;

/**
 * A flow with what its file says beside it.
 *
 * @param samples by language, values as long as real ones are
 * @param lists the sample lists, by name
 * @param places where each node's text stands, by {@code node}, and {@code node/language}; and each
 *     choice and its words, by {@link #choice}
 */
public record FlowDocument(
    Flow flow,
    String file,
    Map<String, Map<String, String>> samples,
    Map<String, Choices> lists,
    Map<String, Place> places) {

  /** Line and column, from 1. */
  public record Place(int line, int column) {}

  public FlowDocument {
    samples = Map.copyOf(samples);
    lists = Map.copyOf(lists);
    places = Map.copyOf(places);
  }

  /** The languages that it can be tried in. */
  public List<String> languages() {
    return samples.keySet().stream().sorted().toList();
  }

  /** A world made of the samples. */
  public Context sample(String language) {
    return new Context(language, samples.getOrDefault(language, Map.of()), lists);
  }

  /**
   * The key of a choice's place.
   *
   * @param owner the node that offers it, or the {@link #list}
   * @param choice its value, or one of its words by {@link ChoicesReader#word}
   */
  static String choice(String owner, String choice) {
    return owner + "/choices/" + choice;
  }

  /** The owner of a sample list's choices; no node is called so. */
  static String list(String name) {
    return "samples/" + name;
  }

  Problem at(String node, String message) {
    Place place = places.getOrDefault(node, new Place(1, 1));
    return new Problem(file, place.line, place.column, message);
  }
}
