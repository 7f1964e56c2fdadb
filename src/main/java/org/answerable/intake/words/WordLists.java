package org.answerable.intake.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.StartupRefused;
import org.answerable.platform.TextFiles;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The word lists of {@code config/words}, one file a language. Every text is searched for the words
 * of all languages, since people mix them. Pure and thread-safe: begin with {@link #read}, then
 * {@link #find}.
 */
public final class WordLists {
  /** The folder beside {@code organisations}. */
  public static final String FOLDER = "words";

  private static final String ENDING = ".yaml";

  private final List<PhraseIndex> languages;
  private final String json;

  private WordLists(SortedMap<String, ListFile.Read> files) {
    this.languages = files.values().stream().map(ListFile.Read::index).toList();
    ObjectNode all = JsonMapper.shared().createObjectNode();
    files.forEach((language, file) -> all.set(language, file.json()));
    this.json = all.toString();
  }

  /**
   * Reads and tests all files of a folder.
   *
   * @param organisations each language of theirs needs its file
   * @throws StartupRefused with every problem of every file
   * @throws IOException if a file can't be read
   */
  public static WordLists read(Path folder, Organisations organisations) throws IOException {
    return read(
        folder,
        organisations.all().stream()
            .collect(Collectors.toMap(Organisation::id, Organisation::languages)));
  }

  /**
   * @param spoken languages by organisation
   */
  static WordLists read(Path folder, Map<String, List<String>> spoken) throws IOException {
    SortedMap<String, ListFile.Read> languages = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    SortedMap<String, String> files =
        Files.isDirectory(folder) ? TextFiles.read(folder, ENDING) : new TreeMap<>();
    files.forEach(
        (name, yaml) -> {
          ListProblems own = new ListProblems(folder.resolve(name).toString());
          String language = name.substring(0, name.length() - ENDING.length());
          ListFile.Read file = ListFile.read(language, yaml, own);
          problems.addAll(own.lines());
          if (file != null) {
            languages.put(language, file);
          }
        });
    new TreeMap<>(spoken)
        .forEach((id, codes) -> problems.addAll(missing(folder, id, codes, files)));
    if (!problems.isEmpty()) {
      throw new StartupRefused(problems);
    }
    return new WordLists(languages);
  }

  private static List<String> missing(
      Path folder, String organisation, List<String> codes, Map<String, String> files) {
    return codes.stream()
        .filter(code -> !files.containsKey(code + ENDING) && !files.containsKey(base(code)))
        .map(
            code ->
                "%s:1:1: this file is missing, and \"%s\" speaks %s; write it (docs/word-lists.md)"
                    .formatted(folder.resolve(base(code)), organisation, code))
        .toList();
  }

  /** The file of a language for all its countries: {@code pt.yaml} for {@code pt-BR}. */
  private static String base(String code) {
    return code.replaceFirst("-.*", "") + ENDING;
  }

  /** All that finds something, by language, as JSON: what decides how a text is treated. */
  public String json() {
    return json;
  }

  /** What the lists find in a text, in its order. Spots of several entries may overlap. */
  public Found find(String text) {
    List<Piece> pieces = Piece.of(text);
    List<PhraseIndex.Hit> hits = new ArrayList<>();
    languages.forEach(language -> hits.addAll(language.search(pieces)));
    if (hits.isEmpty()) {
      return Found.NOTHING;
    }
    return new Found(
        Hits.meant(hits).stream()
            .map(
                hit ->
                    new Found.Spot(
                        hit.entry().language(),
                        hit.entry().list(),
                        hit.start(),
                        hit.end(),
                        hit.entry().raisesTo(),
                        hit.entry().why()))
            .toList());
  }
}
