package org.answerable.flow.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.answerable.flow.Compiled;
import org.answerable.flow.Greetings;
import org.answerable.flow.Keywords;
import org.answerable.flow.Problem;
import org.answerable.flow.Texts;
import org.jspecify.annotations.Nullable;

/** Compiles what stands in the flows' folder. Start here. */
public final class FlowFiles {
  private static final String TEXTS = "texts.yaml";
  private static final String KEYWORDS = "keywords.yaml";
  private static final String GREETINGS = "greetings.yaml";

  /** Everything of one folder, compiled. */
  public record Folder(Texts texts, Keywords keywords, Greetings greetings) {}

  private FlowFiles() {}

  /**
   * Compiles a folder, or lists all that is wrong in it.
   *
   * @param files the text of each {@code .yaml} file by its name
   */
  public static Compiled<Folder> compile(Map<String, String> files) {
    List<Problem> problems = new ArrayList<>();
    Texts texts = read(files, TEXTS, TextsFile::compile, problems::add);
    Keywords keywords = read(files, KEYWORDS, WordsFile::keywords, problems::add);
    Greetings greetings = read(files, GREETINGS, WordsFile::greetings, problems::add);
    if (texts == null || keywords == null || greetings == null || !problems.isEmpty()) {
      return new Compiled.Refused<>(problems);
    }
    return new Compiled.Ready<>(new Folder(texts, keywords, greetings));
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
