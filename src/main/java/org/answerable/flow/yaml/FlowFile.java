package org.answerable.flow.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.answerable.flow.Choices;
import org.answerable.flow.Flow;
import org.answerable.flow.FlowLimits;
import org.answerable.flow.Node;
import org.answerable.flow.Problem;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Compiles one flow. Its name is the file's. */
final class FlowFile {
  private static final Set<String> KEYS =
      Set.of("language", BudgetReader.SEGMENTS, BudgetReader.BECAUSE, "samples", "steps");

  private final Source source;
  private final String file;
  private final Set<String> languages;
  private final Map<String, Map<String, String>> samples = new HashMap<>();
  private final Map<String, Choices> lists = new HashMap<>();
  private final Map<String, FlowDocument.Place> places = new HashMap<>();

  private FlowFile(Source source, String file, Set<String> languages) {
    this.source = source;
    this.file = file;
    this.languages = languages;
    languages.forEach(language -> samples.put(language, new HashMap<>()));
  }

  /**
   * The flow, or null if something is wrong with it; then problems were told.
   *
   * @param languages all that the folder's texts have
   */
  static @Nullable FlowDocument compile(
      String file, String yaml, Set<String> languages, Consumer<Problem> problems) {
    List<Problem> own = new ArrayList<>();
    Source source = new Source(file, own::add);
    org.snakeyaml.engine.v2.nodes.Node root = source.root(yaml);
    FlowDocument document =
        root == null ? null : new FlowFile(source, file, languages).document(root);
    own.forEach(problems);
    return own.isEmpty() ? document : null;
  }

  private @Nullable FlowDocument document(org.snakeyaml.engine.v2.nodes.Node root) {
    Map<String, Source.Entry> parts = source.mapping(root, "a flow", KEYS);
    Source.Entry steps = parts.get("steps");
    if (steps == null) {
      source.problem(root, "\"steps:\" is missing; write what is said and asked");
      return null;
    }
    String language = language(parts.get("language"));
    Source.Entry sampled = parts.get("samples");
    if (sampled != null) {
      samples(sampled.value());
    }
    StepsReader reader = new StepsReader(source, language, languages, known(), lists);
    List<Node> nodes = reader.read(steps.value());
    if (nodes.isEmpty() || nodes.size() > FlowLimits.NODES) {
      source.problem(
          steps.value(), nodes.size() + " steps; write 1 to " + FlowLimits.NODES + " of them");
      return null;
    }
    Flow flow = flow(parts, language, nodes);
    places.putAll(reader.places());
    return new FlowDocument(flow, file, samples, lists, places);
  }

  private Flow flow(Map<String, Source.Entry> parts, String language, List<Node> nodes) {
    String name = file.substring(0, file.length() - ".yaml".length());
    return Flow.of(name, language, BudgetReader.read(source, parts, languages), nodes);
  }

  private String language(Source.@Nullable Entry entry) {
    String language = entry == null ? null : source.text(entry.value(), "language");
    if (entry != null && language != null && !languages.contains(language)) {
      source.problem(
          entry.value(), "language " + language + " is not in texts.yaml; use one of " + languages);
    }
    return language == null ? org.answerable.flow.Texts.FALLBACK : language;
  }

  private void samples(org.snakeyaml.engine.v2.nodes.Node node) {
    source
        .mapping(node, "samples")
        .forEach(
            (name, entry) -> {
              if (entry.value() instanceof SequenceNode) {
                list(name, entry.value());
              } else {
                Samples.value(source, name, entry.value(), languages)
                    .forEach((language, value) -> sample(language, name, value));
              }
            });
  }

  private void list(String name, org.snakeyaml.engine.v2.nodes.Node node) {
    ChoicesReader reader = new ChoicesReader(source, languages);
    lists.put(name, reader.choices(node));
    reader
        .places()
        .forEach(
            (choice, place) ->
                places.put(FlowDocument.choice(FlowDocument.list(name), choice), place));
  }

  private void sample(String language, String name, String value) {
    samples.computeIfAbsent(language, unknown -> new LinkedHashMap<>()).put(name, value);
  }

  private Set<String> known() {
    Set<String> known = new HashSet<>(Set.of("results", "choices", "input", "language"));
    samples.values().forEach(values -> known.addAll(values.keySet()));
    return known;
  }
}
