package org.answerable.flow.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.answerable.flow.BallotWords;
import org.answerable.flow.EchoWords;
import org.answerable.flow.Greetings;
import org.answerable.flow.Keyword;
import org.answerable.flow.Keywords;
import org.answerable.flow.Plain;
import org.answerable.flow.Problem;
import org.answerable.flow.SecretWords;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Compiles {@code keywords.yaml} and {@code greetings.yaml}. */
final class WordsFile {
  private static final String ONLY_WITH_DIGITS = "only-with-digits";
  private static final String SECRETS = "secrets";
  private static final String BESIDE_SECRETS = "beside-secrets";
  private static final String NUMBERS = "numbers";
  private static final String BESIDE_VOTES = "beside-votes";
  private static final String OR = "or";
  private static final String BESIDE_KEYWORDS = "beside-keywords";
  private static final String ME_TOO = "me-too";
  private static final String BESIDE_ME_TOO = "beside-me-too";

  /** Beside the languages: words by which nobody tells theirs. */
  private static final String ANY = "any";

  /** The keys of greetings.yaml; numbers need no words. */
  private static final Map<String, Greetings.Kind> GREETINGS =
      Map.of(
          "hello", Greetings.Kind.HELLO,
          "thanks", Greetings.Kind.THANKS,
          "test", Greetings.Kind.TEST);

  private final Source source;

  private WordsFile(Source source) {
    this.source = source;
  }

  /**
   * {@code keywords.yaml}, compiled.
   *
   * @param secrets without words for secrets, where the file has none
   * @param ballots without words around votes, where the file has none
   * @param echoes without words, where the file has none: then the sign alone says it
   */
  record KeywordsDocument(
      Keywords keywords, SecretWords secrets, BallotWords ballots, EchoWords echoes) {}

  /** The keywords, or null if the file can't be read; problems are told. */
  static @Nullable KeywordsDocument keywords(String file, String yaml, Consumer<Problem> problems) {
    Source source = new Source(file, problems);
    Node root = source.root(yaml);
    return root == null ? null : new WordsFile(source).keywords(root);
  }

  /** The greetings, or null if the file can't be read; problems are told. */
  static @Nullable Greetings greetings(String file, String yaml, Consumer<Problem> problems) {
    Source source = new Source(file, problems);
    Node root = source.root(yaml);
    return root == null ? null : new WordsFile(source).greetings(root);
  }

  private KeywordsDocument keywords(Node root) {
    List<Keywords.Word> words = new ArrayList<>();
    Map<String, Keyword> taken = new HashMap<>();
    Set<String> known = known();
    Map<String, Source.Entry> entries = source.mapping(root, "the file", known);
    Set<String> special = new TreeSet<>();
    Source.Entry digits = entries.get(ONLY_WITH_DIGITS);
    if (digits != null) {
      words(digits.value()).forEach(word -> special.add(Plain.of(word)));
    }
    for (Keyword keyword : Keyword.values()) {
      Source.Entry entry = entries.get(keyword.name());
      if (entry == null) {
        source.problem(root, keyword + " is missing; add its words in every language");
      } else {
        words.addAll(words(keyword, entry.value(), special, taken));
      }
    }
    Keywords keywords = new Keywords(words, optional(entries, BESIDE_KEYWORDS));
    var secrets =
        new SecretWords(keywords, optional(entries, SECRETS), optional(entries, BESIDE_SECRETS));
    var ballots =
        BallotWords.of(counted(entries), optional(entries, BESIDE_VOTES), optional(entries, OR));
    var echoes = new EchoWords(optional(entries, ME_TOO), optional(entries, BESIDE_ME_TOO));
    return new KeywordsDocument(keywords, secrets, ballots, echoes);
  }

  /** Of each language the words for one, two and so on. */
  private List<List<String>> counted(Map<String, Source.Entry> entries) {
    Source.Entry entry = entries.get(NUMBERS);
    return entry == null
        ? List.of()
        : source.mapping(entry.value(), NUMBERS).values().stream()
            .map(words -> words(words.value()))
            .toList();
  }

  private List<String> optional(Map<String, Source.Entry> entries, String key) {
    Source.Entry entry = entries.get(key);
    return entry == null ? List.of() : ofEachLanguage(key, entry.value());
  }

  private static Set<String> known() {
    Set<String> known =
        new TreeSet<>(
            Set.of(
                ONLY_WITH_DIGITS,
                SECRETS,
                BESIDE_SECRETS,
                NUMBERS,
                BESIDE_VOTES,
                OR,
                BESIDE_KEYWORDS,
                ME_TOO,
                BESIDE_ME_TOO));
    for (Keyword keyword : Keyword.values()) {
      known.add(keyword.name());
    }
    return known;
  }

  private List<Keywords.Word> words(
      Keyword keyword, Node node, Set<String> special, Map<String, Keyword> taken) {
    List<Keywords.Word> words = new ArrayList<>();
    source
        .mapping(node, keyword.name())
        .forEach(
            (language, entry) -> {
              for (String word : words(entry.value())) {
                Keyword other = taken.putIfAbsent(Plain.of(word), keyword);
                if (other != null && other != keyword) {
                  source.problem(
                      entry.value(),
                      "\"" + word + "\" means " + other + " already; choose another word");
                }
                boolean onlyWithDigits = special.contains(Plain.of(word));
                words.add(new Keywords.Word(word, keyword, code(language), onlyWithDigits));
              }
            });
    return words;
  }

  private Greetings greetings(Node root) {
    List<Greetings.Phrase> phrases = new ArrayList<>();
    Map<String, Source.Entry> entries = source.mapping(root, "the file", GREETINGS.keySet());
    GREETINGS.forEach(
        (key, kind) -> {
          Source.Entry entry = entries.get(key);
          if (entry == null) {
            source.problem(root, "\"" + key + "\" is missing; add its words in every language");
          } else {
            phrases.addAll(phrases(key, kind, entry.value()));
          }
        });
    return new Greetings(phrases);
  }

  private List<Greetings.Phrase> phrases(String key, Greetings.Kind kind, Node node) {
    List<Greetings.Phrase> phrases = new ArrayList<>();
    source
        .mapping(node, key)
        .forEach(
            (language, entry) ->
                words(entry.value())
                    .forEach(
                        words -> phrases.add(new Greetings.Phrase(words, kind, code(language)))));
    return phrases;
  }

  private static String code(String language) {
    return language.equals(ANY) ? Keywords.NO_LANGUAGE : language;
  }

  private List<String> ofEachLanguage(String key, Node node) {
    List<String> words = new ArrayList<>();
    source.mapping(node, key).values().forEach(entry -> words.addAll(words(entry.value())));
    return words;
  }

  private List<String> words(Node node) {
    List<String> words = new ArrayList<>();
    for (Node item : source.items(node, "words")) {
      String word = source.text(item, "a word");
      if (word != null && Plain.of(word).isEmpty()) {
        source.problem(item, "a word without letters; write one or remove it");
      } else if (word != null) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
