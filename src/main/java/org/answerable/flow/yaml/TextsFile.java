package org.answerable.flow.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.answerable.flow.Budget;
import org.answerable.flow.Problem;
import org.answerable.flow.Template;
import org.answerable.flow.Texts;
import org.answerable.flow.Translated;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Compiles {@code texts.yaml}. */
final class TextsFile {
  private static final String NEVER_ASKED = "never-asked";
  private static final int MONTHS = 12;
  private static final Set<String> KEYS =
      Set.of("languages", "months", NEVER_ASKED, "samples", "texts");

  private final Source source;
  private final String file;
  private final List<Texts.Language> languages = new ArrayList<>();
  private final Map<String, Budget> budgets = new HashMap<>();
  private final Map<String, FlowDocument.Place> places = new HashMap<>();

  private TextsFile(Source source, String file) {
    this.source = source;
    this.file = file;
  }

  /** The texts, or null if something is wrong with the file; then problems were told. */
  static @Nullable TextsDocument compile(String file, String yaml, Consumer<Problem> problems) {
    Source source = new Source(file, problems);
    Node root = source.root(yaml);
    return root == null ? null : new TextsFile(source, file).document(root);
  }

  private @Nullable TextsDocument document(Node root) {
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
    Node sampled = part(parts, "samples");
    Map<String, Map<String, String>> samples = samples(sampled);
    unsampled(texts, samples)
        .forEach(missing -> source.problem(sampled, missing + " has no sample; add one"));
    Texts all = new Texts(languages, texts, months, samples, budgets);
    return new TextsDocument(all, file, places, listed(part(parts, NEVER_ASKED), NEVER_ASKED));
  }

  private static Node part(Map<String, Source.Entry> parts, String key) {
    return Objects.requireNonNull(parts.get(key)).value();
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
    Set<String> known = codes();
    known.addAll(Set.of(BudgetReader.SEGMENTS, BudgetReader.BECAUSE));
    Map<String, Source.Entry> entries = source.mapping(node, "text \"" + key + "\"", known);
    budgets.put(key, BudgetReader.read(source, entries, codes()));
    entries.keySet().removeAll(Set.of(BudgetReader.SEGMENTS, BudgetReader.BECAUSE));
    entries.forEach(
        (language, entry) -> {
          places.put(key + "/" + language, Source.place(entry.value()));
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

  /** Without a sample nobody knows what a text costs. */
  private static Set<String> unsampled(
      Map<String, Translated> texts, Map<String, Map<String, String>> samples) {
    Set<String> missing = new TreeSet<>();
    for (Translated text : texts.values()) {
      text.texts()
          .forEach(
              (language, template) ->
                  template.names().stream()
                      .filter(name -> !samples.getOrDefault(language, Map.of()).containsKey(name))
                      .forEach(name -> missing.add("@" + name + " in " + language)));
    }
    return missing;
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
    Map<String, List<String>> months = listed(node, "months");
    months.forEach(
        (language, names) -> {
          if (names.size() != MONTHS) {
            source.problem(
                node, names.size() + " months in " + language + "; write twelve short names");
          }
        });
    return months;
  }

  /** A list of words in each language. */
  private Map<String, List<String>> listed(Node node, String what) {
    Map<String, List<String>> lists = new HashMap<>();
    Map<String, Source.Entry> entries = source.mapping(node, what, codes());
    entries.forEach(
        (language, entry) -> {
          List<String> words = new ArrayList<>();
          for (Node item : source.items(entry.value(), what)) {
            String word = source.text(item, "an item of " + what);
            words.add(word == null ? "" : word);
          }
          lists.put(language, List.copyOf(words));
        });
    for (String language : codes()) {
      if (!entries.containsKey(language)) {
        source.problem(node, "the " + what + " are missing in " + language + "; add them");
      }
    }
    return lists;
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
                            Objects.requireNonNull(samples.get(language)).put(name, value)));
    return samples;
  }
}
