package org.answerable.flow.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.answerable.flow.Choice;
import org.answerable.flow.Choices;
import org.answerable.flow.FlowLimits;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads choices: {@code - publish: {en: publish, sw: chapisha}}, with {@code also}, {@code go}. */
final class ChoicesReader {
  private static final Set<String> EXTRAS = Set.of("also", "go");

  private final Source source;
  private final Set<String> languages;

  /** Where a choice leads by itself, by its value. */
  private final Map<String, Node> goes = new LinkedHashMap<>();

  /** Where each choice stands, by its value, and each of its words, by {@link #word}. */
  private final Map<String, FlowDocument.Place> places = new HashMap<>();

  ChoicesReader(Source source, Set<String> languages) {
    this.source = source;
    this.languages = languages;
  }

  Map<String, Node> goes() {
    return goes;
  }

  Map<String, FlowDocument.Place> places() {
    return places;
  }

  /** The key of a word's place. */
  static String word(String value, String word) {
    return value + "/" + word;
  }

  /** The choices of a list; what is wrong is told and left out. */
  Choices choices(Node node) {
    List<Choice> choices = new ArrayList<>();
    Set<String> values = new TreeSet<>();
    for (Node item : source.items(node, "choices")) {
      Choice choice = choice(item);
      if (choice != null && !values.add(choice.value())) {
        source.problem(item, "choice " + choice.value() + " stands here twice; remove one");
      } else if (choice != null) {
        choices.add(choice);
      }
    }
    if (choices.size() > FlowLimits.CHOICES) {
      source.problem(node, choices.size() + " choices; offer " + FlowLimits.CHOICES + " at most");
      return Choices.of(choices.subList(0, FlowLimits.CHOICES));
    }
    return Choices.of(choices);
  }

  private @Nullable Choice choice(Node item) {
    Map<String, Source.Entry> entries = source.mapping(item, "a choice");
    List<String> values = entries.keySet().stream().filter(key -> !EXTRAS.contains(key)).toList();
    if (values.size() != 1) {
      source.problem(item, "a choice should have one value; write \"- value: {en: label}\"");
      return null;
    }
    String value = values.getFirst();
    Source.Entry labelled = Objects.requireNonNull(entries.get(value));
    places.putIfAbsent(value, Source.place(labelled.key()));
    Map<String, String> labels = labels(value, labelled.value());
    Source.Entry go = entries.get("go");
    if (go != null) {
      goes.put(value, go.value());
    }
    return labels.isEmpty() ? null : new Choice(value, labels, also(value, entries.get("also")));
  }

  private Map<String, String> labels(String value, Node node) {
    Map<String, String> labels = new HashMap<>();
    if (node instanceof ScalarNode scalar) {
      languages.forEach(language -> labels.put(language, scalar.getValue()));
      places.putIfAbsent(word(value, scalar.getValue()), Source.place(node));
      return labels;
    }
    source
        .mapping(node, "choice " + value, languages)
        .forEach(
            (language, entry) -> {
              String label = source.text(entry.value(), "a label");
              if (label != null) {
                labels.put(language, label);
                places.putIfAbsent(word(value, label), Source.place(entry.value()));
              }
            });
    if (labels.isEmpty()) {
      source.problem(node, "choice " + value + " has no label; write one in every language");
    }
    return labels;
  }

  private List<String> also(String value, Source.@Nullable Entry entry) {
    List<String> words = new ArrayList<>();
    if (entry != null) {
      for (Node item : source.items(entry.value(), "also")) {
        String word = source.text(item, "a word");
        if (word != null) {
          words.add(word);
          places.putIfAbsent(word(value, word), Source.place(item));
        }
      }
    }
    return words;
  }
}
