package org.answerable.intake.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.intake.words.Phrase.Word;
import org.answerable.platform.Nearest;
import org.jspecify.annotations.Nullable;

/** Words that several phrases share, under a name in capitals: {@code PARTNER}. */
final class Groups {
  private static final String FORM = "[A-Z]{3,30}";

  /** The one that needs no list. */
  private static final String NUMBER = "NUMBER";

  private final Map<String, List<List<Word>>> byName = new LinkedHashMap<>();

  Groups() {
    byName.put(NUMBER, List.of(List.of(new Word("", Phrase.Match.NUMBER))));
  }

  static boolean isName(String written) {
    return written.matches(FORM);
  }

  /** Adds to a group one word, or several that belong together. */
  void add(String name, String words) throws Phrase.Unreadable {
    byName.computeIfAbsent(name, added -> new ArrayList<>()).addAll(Phrase.choices(words, this));
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  List<List<Word>> get(String name) throws Phrase.Unreadable {
    @Nullable List<List<Word>> words = byName.get(name);
    if (words == null) {
      throw new Phrase.Unreadable(
          "no group is called " + name + "; " + Nearest.to(name, byName.keySet()));
    }
    return words;
  }
}
