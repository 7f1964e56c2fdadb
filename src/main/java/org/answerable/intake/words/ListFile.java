package org.answerable.intake.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.intake.words.ListNodes.Text;
import org.answerable.organisation.Sensitivity;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code config/words/LANGUAGE.yaml}. docs/word-lists.md explains every key. */
final class ListFile {
  private static final String LANGUAGE = "language";
  private static final String SPELLINGS = "spellings";
  private static final String LETTERS = "letters";
  private static final String GROUPS = "groups";
  static final String ENTRIES = "entries";
  private static final String TESTS = "tests";
  private static final String WORDS = "words";
  static final String WHY = "why";
  private static final String LEVEL = "level";
  private static final String NOT = "not";
  private static final String FOUND = "found";
  private static final String HARMLESS = "harmless";
  private static final Map<String, Sensitivity> LEVELS =
      Map.of("S1", Sensitivity.S1, "S2", Sensitivity.S2, "S3", Sensitivity.S3);

  private final String language;
  private final ListProblems problems;
  private final ListNodes nodes;
  private final List<Entry.Phrases> entries = new ArrayList<>();
  private final List<ListTest> tests = new ArrayList<>();
  private final Groups groups = new Groups();

  private ListFile(String language, ListProblems problems) {
    this.language = language;
    this.problems = problems;
    this.nodes = new ListNodes(problems);
  }

  /**
   * A file that was read.
   *
   * @param json what of it finds something
   */
  record Read(PhraseIndex index, ObjectNode json) {}

  /** The phrases of a file, or null after a problem. */
  static @Nullable Read read(String language, String yaml, ListProblems problems) {
    ListFile file = new ListFile(language, problems);
    Node root = file.nodes.root(yaml);
    if (root == null) {
      return null;
    }
    PhraseIndex index = file.index(root);
    file.tests.forEach(test -> test.check(index, problems));
    return problems.none() ? new Read(index, ListJson.of(root)) : null;
  }

  /** Whether a key of the file is a list's. */
  static boolean isList(String key) {
    return Arrays.stream(WordList.values()).map(WordList::key).anyMatch(key::equals);
  }

  private PhraseIndex index(Node root) {
    List<String> keys = new ArrayList<>(List.of(LANGUAGE, SPELLINGS, LETTERS, GROUPS));
    List<String> lists = Arrays.stream(WordList.values()).map(WordList::key).toList();
    keys.addAll(lists);
    Map<String, Node> top = nodes.mapping(root, "the file", keys);
    language(root, top.get(LANGUAGE));
    groups(top.get(GROUPS));
    for (WordList list : WordList.values()) {
      Node node = top.get(list.key());
      if (node == null) {
        problems.at(root, "the list \"" + list.key() + "\" is missing; write it");
      } else {
        list(list, node);
      }
    }
    return new PhraseIndex(spellings(top.get(SPELLINGS)), letters(top.get(LETTERS)), entries);
  }

  private void language(Node root, @Nullable Node node) {
    if (node == null) {
      problems.at(root, "\"language\" is missing; write language: " + language);
    } else if (!nodes.text(node, "\"language\"", ListLimits.PHRASE_CHARS).equals(language)) {
      problems.at(
          node, "the language is not the file's name; rename the file, or write " + language);
    }
  }

  private void list(WordList list, Node node) {
    Map<String, Node> keys = nodes.mapping(node, "a list", List.of(ENTRIES, TESTS));
    Node all = required(node, keys, ENTRIES, "the list \"" + list.key() + "\"");
    if (all != null) {
      List<Node> items = nodes.items(all, "\"entries\"", ListLimits.ENTRIES);
      if (items.isEmpty()) {
        problems.at(all, "the list \"" + list.key() + "\" has no entry; write one");
      }
      items.forEach(item -> entry(list, item));
    }
    Node own = required(node, keys, TESTS, "the list \"" + list.key() + "\"");
    if (own != null) {
      tests(list, own);
    }
  }

  private @Nullable Node required(Node at, Map<String, Node> keys, String key, String what) {
    Node value = keys.get(key);
    if (value == null) {
      problems.at(at, what + " has no \"" + key + "\"; write it (docs/word-lists.md)");
    }
    return value;
  }

  private void entry(WordList list, Node node) {
    Map<String, Node> keys = nodes.mapping(node, "an entry", List.of(WORDS, WHY, LEVEL, NOT));
    Node words = required(node, keys, WORDS, "the entry");
    Node why = required(node, keys, WHY, "the entry");
    if (words == null || why == null) {
      return;
    }
    List<Phrase> phrases = phrases(words, "\"words\"");
    if (phrases.isEmpty() && problems.none()) {
      problems.at(words, "the entry has no words; write one");
    }
    Node not = keys.get(NOT);
    Entry entry =
        new Entry(
            language,
            list,
            level(list, keys.get(LEVEL)),
            nodes.text(why, "\"why\"", ListLimits.WHY_CHARS),
            node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
    entries.add(
        new Entry.Phrases(entry, phrases, not == null ? List.of() : phrases(not, "\"not\"")));
  }

  private Sensitivity level(WordList list, @Nullable Node node) {
    boolean raises = list != WordList.SILENCE && list != WordList.SPAM;
    if (node == null) {
      return raises ? Sensitivity.S3 : Sensitivity.S0;
    }
    Sensitivity level = LEVELS.get(nodes.text(node, "\"level\"", ListLimits.PHRASE_CHARS));
    if (!raises) {
      problems.at(node, "what this list finds raises nothing; remove \"level\"");
    } else if (level == null) {
      problems.at(node, "\"level\" has the wrong form; write S1, S2 or S3");
    }
    return level == null ? Sensitivity.S0 : level;
  }

  private List<Phrase> phrases(Node node, String what) {
    List<Phrase> phrases = new ArrayList<>();
    for (Text line : nodes.texts(node, what, ListLimits.PHRASES, ListLimits.PHRASE_CHARS)) {
      try {
        phrases.add(Phrase.parse(line.text(), groups));
      } catch (Phrase.Unreadable e) {
        problems.at(line.node(), e.what());
      }
    }
    return phrases;
  }

  private void tests(WordList list, Node node) {
    Map<String, Node> keys = nodes.mapping(node, "\"tests\"", List.of(FOUND, HARMLESS));
    for (String key : List.of(FOUND, HARMLESS)) {
      Node texts = required(node, keys, key, "\"tests\"");
      if (texts != null) {
        nodes.texts(texts, "\"" + key + "\"", ListLimits.TESTS, ListLimits.TEST_CHARS).stream()
            .map(text -> new ListTest(list, text.text(), key.equals(FOUND), text.node()))
            .forEach(tests::add);
      }
    }
  }

  private Map<String, List<String>> spellings(@Nullable Node node) {
    Map<String, List<String>> spellings = new LinkedHashMap<>();
    for (NodeTuple tuple : node == null ? List.<NodeTuple>of() : own(node, "\"spellings\"")) {
      String word = ListNodes.name(tuple.getKeyNode());
      if (Forms.words(word).size() != 1) {
        problems.at(tuple.getKeyNode(), "\"" + word + "\" is not one word; write one");
        continue;
      }
      List<String> others = new ArrayList<>();
      for (Text text :
          nodes.texts(tuple.getValueNode(), word, ListLimits.PHRASES, ListLimits.PHRASE_CHARS)) {
        if (Forms.words(text.text()).isEmpty()) {
          problems.at(text.node(), "\"" + text.text() + "\" has no letters; write a word");
        } else {
          others.add(text.text());
        }
      }
      if (spellings.putIfAbsent(Forms.words(word).getFirst(), others) != null) {
        problems.at(tuple.getKeyNode(), "\"" + word + "\" stands here twice; keep one of them");
      }
    }
    return spellings;
  }

  private void groups(@Nullable Node node) {
    for (NodeTuple tuple : node == null ? List.<NodeTuple>of() : own(node, "\"groups\"")) {
      String name = ListNodes.name(tuple.getKeyNode());
      if (!Groups.isName(name)) {
        problems.at(tuple.getKeyNode(), "a group's name is in capitals, 3 at least; write it so");
      } else if (groups.has(name)) {
        problems.at(tuple.getKeyNode(), name + " stands here twice; keep one of them");
      } else {
        group(name, tuple.getValueNode());
      }
    }
  }

  private void group(String name, Node node) {
    for (Text words : nodes.texts(node, name, ListLimits.PHRASES, ListLimits.PHRASE_CHARS)) {
      try {
        groups.add(name, words.text());
      } catch (Phrase.Unreadable e) {
        problems.at(words.node(), e.what());
      }
    }
  }

  private Map<String, String> letters(@Nullable Node node) {
    Map<String, String> letters = new LinkedHashMap<>();
    for (NodeTuple tuple : node == null ? List.<NodeTuple>of() : own(node, "\"letters\"")) {
      String written = ListNodes.name(tuple.getKeyNode());
      String meant = nodes.text(tuple.getValueNode(), "\"letters\"", ListLimits.PHRASE_CHARS);
      if (!written.matches("\\p{Ll}{1,3}") || !meant.matches("\\p{Ll}{1,3}")) {
        problems.at(
            tuple.getKeyNode(), "\"letters\" has the wrong form; write small letters, x: s");
      } else {
        letters.put(written, meant);
      }
    }
    return letters;
  }

  private List<NodeTuple> own(Node node, String what) {
    List<NodeTuple> tuples = nodes.tuples(node, what);
    if (tuples.size() > ListLimits.SPELLINGS) {
      problems.at(
          node, what + " has " + tuples.size() + " keys; keep at most " + ListLimits.SPELLINGS);
    }
    return tuples;
  }
}
