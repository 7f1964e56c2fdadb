package org.answerable.flow.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.answerable.flow.BallotWords;
import org.answerable.flow.Compiled;
import org.answerable.flow.EchoWords;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.FlowLimits;
import org.answerable.flow.Greetings;
import org.answerable.flow.Keywords;
import org.answerable.flow.Plain;
import org.answerable.flow.Problem;
import org.answerable.flow.SecretWords;
import org.answerable.flow.Texts;
import org.jspecify.annotations.Nullable;

/** Compiles what stands in the flows' folder. Start here. */
public final class FlowFiles {
  private static final String TEXTS = "texts.yaml";
  private static final String KEYWORDS = "keywords.yaml";
  private static final String GREETINGS = "greetings.yaml";
  private static final Set<String> WORDS = Set.of(TEXTS, KEYWORDS, GREETINGS);

  /** Everything of one folder, compiled. */
  public static final class Folder {
    private final TextsDocument texts;
    private final WordsFile.KeywordsDocument keywords;
    private final Greetings greetings;
    private final List<FlowDocument> documents;

    Folder(
        TextsDocument texts,
        WordsFile.KeywordsDocument keywords,
        Greetings greetings,
        List<FlowDocument> documents) {
      this.texts = texts;
      this.keywords = keywords;
      this.greetings = greetings;
      this.documents = List.copyOf(documents);
    }

    public Texts texts() {
      return texts.texts();
    }

    public Keywords keywords() {
      return keywords.keywords();
    }

    public SecretWords secrets() {
      return keywords.secrets();
    }

    public BallotWords ballots() {
      return keywords.ballots();
    }

    public EchoWords echoes() {
      return keywords.echoes();
    }

    public Greetings greetings() {
      return greetings;
    }

    public List<FlowDocument> documents() {
      return documents;
    }

    /** An engine that runs all flows of the folder. */
    public FlowEngine engine() {
      return new FlowEngine(
          documents.stream()
              .collect(Collectors.toMap(document -> document.flow().name(), FlowDocument::flow)),
          Objects.requireNonNull(texts().texts().get(Texts.MORE)));
    }

    /** Words that ask who somebody is, if a question has some. */
    public Optional<String> asksWho(String question, String language) {
      return texts.asksWho(question, language);
    }

    /** Whether the carriers, a keyword or politeness have these words already. */
    public boolean isReserved(String words) {
      return ChoiceChecks.CARRIERS.contains(Plain.of(words))
          || keywords().plainWords().contains(Plain.of(words))
          || greetings.isPolite(words);
    }

    /** What {@code flows check} finds. */
    public List<Finding> check() {
      List<Finding> findings = new ArrayList<>(texts.findings());
      documents.forEach(document -> findings.addAll(new FlowChecks(document, this).findings()));
      return findings;
    }
  }

  private FlowFiles() {}

  /**
   * Compiles a folder, or lists all that is wrong in it.
   *
   * @param files the text of each {@code .yaml} file by its name
   */
  public static Compiled<Folder> compile(Map<String, String> files) {
    List<Problem> problems = new ArrayList<>();
    TextsDocument texts = read(files, TEXTS, TextsFile::compile, problems::add);
    WordsFile.KeywordsDocument keywords = read(files, KEYWORDS, WordsFile::keywords, problems::add);
    Greetings greetings = read(files, GREETINGS, WordsFile::greetings, problems::add);
    List<FlowDocument> documents = flows(files, texts == null ? null : texts.texts(), problems);
    if (texts == null || keywords == null || greetings == null || !problems.isEmpty()) {
      return new Compiled.Refused<>(problems);
    }
    return new Compiled.Ready<>(new Folder(texts, keywords, greetings, documents));
  }

  private static List<FlowDocument> flows(
      Map<String, String> files, @Nullable Texts texts, List<Problem> problems) {
    Set<String> languages = languages(texts);
    List<FlowDocument> documents = new ArrayList<>();
    for (String file : new TreeSet<>(files.keySet())) {
      if (WORDS.contains(file)) {
        continue;
      }
      String yaml = Objects.requireNonNull(files.get(file));
      FlowDocument document = FlowFile.compile(file, yaml, languages, problems::add);
      if (document != null) {
        documents.add(document);
      }
    }
    if (documents.size() > FlowLimits.FLOWS) {
      problems.add(new Problem("", 1, 1, "over " + FlowLimits.FLOWS + " flows; remove some"));
    }
    return documents;
  }

  /** Without texts, which are then a problem of their own, only the fallback is known. */
  private static Set<String> languages(@Nullable Texts texts) {
    if (texts == null) {
      return Set.of(Texts.FALLBACK);
    }
    return texts.languages().stream().map(Texts.Language::code).collect(Collectors.toSet());
  }

  private interface Compiler<T> {
    @Nullable T compile(String file, String yaml, Consumer<Problem> problems);
  }

  private static <T> @Nullable T read(
      Map<String, String> files, String name, Compiler<T> compiler, Consumer<Problem> problems) {
    String yaml = files.get(name);
    if (yaml == null) {
      problems.accept(new Problem(name, 1, 1, "the file is missing; add it to the flows' folder"));
      return null;
    }
    return compiler.compile(name, yaml, problems);
  }
}
