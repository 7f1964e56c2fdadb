package org.answerable.flow.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.answerable.flow.Problem;
import org.answerable.flow.Template;
import org.answerable.flow.Texts;
import org.answerable.flow.Translated;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Compiles {@code texts.yaml}. */
final class TextsFile {
  private static final Set<String> KEYS = Set.of("languages", "months", "samples", "texts");

  private final Source source;
  private final List<Texts.Language> languages = new ArrayList<>();

  private TextsFile(Source source) {
    this.source = source;
  }

  /** The texts, or null if something is wrong with the file; then problems were told. */
  static @Nullable Texts compile(String file, String yaml, Consumer<Problem> problems) {
    Source source = new Source(file, problems);
    Node root = source.root(yaml);
    return root == null ? null : new TextsFile(source).texts(root);
  }

  private @Nullable Texts texts(Node root) {
    Map<String, Source.Entry> parts = source.mapping(root, "the file", KEYS);
    for (String missing : missing(parts.keySet())) {
      source.problem(root, "\"" + missing + ":\" is missing; add it");
    }
    if (!parts.keySet().containsAll(KEYS)) {
      return null;
    }
    languages(part(parts, "languages"));
    Map<String, Translated> texts = translated(part(parts, "texts"));
    Map<String, List<String>> months = months(part(parts, "months"));
    return new Texts(languages, texts, months, samples(part(parts, "samples")));
  }

  private static Node part(Map<String, Source.Entry> parts, String key) {
    return java.util.Objects.requireNonNull(parts.get(key)).value();
  }

  private static Set<String> missing(Set<String> found) {
    Set<String> missing = new TreeSet<>(KEYS);
    missing.removeAll(found);
    return missing;
  }

  private void languages(Node node) {
    source
        .mapping(node, "languages")
        .forEach(
            (code, entry) -> {
              String name = source.text(entry.value(), "a language's name");
              languages.add(new Texts.Language(code, name == null ? code : name));
            });
    if (languages.stream().noneMatch(language -> language.code().equals(Texts.FALLBACK))) {
      source.problem(node, "English is missing, which stands in for the others; add en:");
    }
  }

  private Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    languages.forEach(language -> codes.add(language.code()));
    return codes;
  }

  private Map<String, Translated> translated(Node node) {
    Map<String, Translated> texts = new LinkedHashMap<>();
    Map<String, Source.Entry> entries = source.mapping(node, "texts", Texts.VALUES.keySet());
    entries.forEach(
        (key, entry) -> {
          Translated text = translated(key, entry.value());
          if (text != null) {
            texts.put(key, text);
          }
        });
    for (String key : new TreeSet<>(Texts.VALUES.keySet())) {
      if (!entries.containsKey(key)) {
        source.problem(node, "text \"" + key + "\" is missing; add it in every language");
      }
    }
    return texts;
  }

  private @Nullable Translated translated(String key, Node node) {
    Map<String, Template> texts = new HashMap<>();
    Map<String, Source.Entry> entries = source.mapping(node, "text \"" + key + "\"", codes());
    entries.forEach(
        (language, entry) -> {
          Template template = source.template(entry.value(), "text \"" + key + "\"");
          if (template != null) {
            texts.put(language, template);
            checkNames(key, template, entry.value());
          }
        });
    for (String language : codes()) {
      if (!entries.containsKey(language)) {
        source.problem(node, "text \"" + key + "\" is missing in " + language + "; translate it");
      }
    }
    return texts.containsKey(Texts.FALLBACK) ? new Translated(Texts.FALLBACK, texts) : null;
  }

  private void checkNames(String key, Template template, Node node) {
    Set<String> given = Texts.VALUES.getOrDefault(key, Set.of());
    for (String name : template.names()) {
      if (!given.contains(name)) {
        String allowed = given.isEmpty() ? "no value" : "only @" + String.join(", @", given);
        source.problem(
            node, "@" + name + " is not known in \"" + key + "\"; it may name " + allowed);
      }
    }
  }

  private Map<String, List<String>> months(Node node) {
    Map<String, List<String>> months = new HashMap<>();
    Map<String, Source.Entry> entries = source.mapping(node, "months", codes());
    entries.forEach(
        (language, entry) -> {
          List<String> names = new ArrayList<>();
          for (Node item : source.items(entry.value(), "months")) {
            String name = source.text(item, "a month");
            names.add(name == null ? "" : name);
          }
          months.put(language, List.copyOf(names));
          if (names.size() != 12) {
            source.problem(entry.value(), names.size() + " months; write twelve short names");
          }
        });
    for (String language : codes()) {
      if (!entries.containsKey(language)) {
        source.problem(node, "the months are missing in " + language + "; add them");
      }
    }
    return months;
  }

  private Map<String, Map<String, String>> samples(Node node) {
    Map<String, Map<String, String>> samples = new HashMap<>();
    codes().forEach(language -> samples.put(language, new HashMap<>()));
    source
        .mapping(node, "samples")
        .forEach(
            (name, entry) ->
                Samples.value(source, name, entry.value(), codes())
                    .forEach(
                        (language, value) ->
                            java.util.Objects.requireNonNull(samples.get(language))
                                .put(name, value)));
    return samples;
  }
}
