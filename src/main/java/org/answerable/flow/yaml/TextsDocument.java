package org.answerable.flow.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.answerable.flow.Plain;
import org.answerable.flow.Problem;
import org.answerable.flow.Texts;

/**
 * The texts with where they stand in their file.
 *
 * @param places of each text by {@code key/language}
 * @param neverAsked by language, what no question may ask for: who somebody is
 */
record TextsDocument(
    Texts texts,
    String file,
    Map<String, FlowDocument.Place> places,
    Map<String, List<String>> neverAsked) {
  TextsDocument {
    places = Map.copyOf(places);
    neverAsked = Map.copyOf(neverAsked);
  }

  /** What {@code flows check} finds: texts that cost more than they may. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (String key : new TreeSet<>(texts.texts().keySet())) {
      for (Texts.Language language : texts.languages()) {
        String code = language.code();
        String said = texts.sample(key, code);
        Price.tooHigh(said, code, texts.budget(key))
            .ifPresent(
                message ->
                    findings.add(
                        new Finding(
                            Finding.Rule.TOO_MANY_SEGMENTS, at(key + "/" + code, message))));
      }
    }
    findings.sort(Comparator.comparing(Finding::problem));
    return findings;
  }

  /** The words of a question that ask for who somebody is, if there are some. */
  Optional<String> asksWho(String question, String language) {
    String plain = " " + Plain.of(question) + " ";
    return neverAsked.getOrDefault(language, List.of()).stream()
        .filter(words -> plain.contains(" " + Plain.of(words) + " "))
        .findFirst();
  }

  private Problem at(String place, String message) {
    FlowDocument.Place at = places.getOrDefault(place, new FlowDocument.Place(1, 1));
    return new Problem(file, at.line(), at.column(), message);
  }
}
