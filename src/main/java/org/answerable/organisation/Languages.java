package org.answerable.organisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** The organisation's languages, and texts that have to be there in each of them. */
record Languages(List<String> codes) {
  private static final String CODE = "[a-z]{2,3}(-[A-Z]{2})?";

  static Languages read(Section top) {
    List<String> codes = top.texts("languages", FileLimits.LANGUAGES, FileLimits.NAME_CHARS);
    for (String code : codes) {
      if (!code.matches(CODE)) {
        top.problem(
            "languages", "\"" + code + "\" is no language code; write one as en, sw, fr or pt-BR");
      }
    }
    return new Languages(codes);
  }

  /** A text in every language. */
  Localised localised(Section section, String key, int maxChars) {
    Map<String, String> texts = new LinkedHashMap<>();
    Node node = section.mapping(key);
    if (node != null) {
      Section translations = each(node, key, section.problems());
      for (String code : codes) {
        texts.put(code, translations.text(code, maxChars));
      }
    }
    return new Localised(texts.isEmpty() ? Map.of("", "") : texts);
  }

  /** A section that has one value a language. */
  Section each(Node node, String key, Problems problems) {
    return Section.of(node, "\"" + key + "\"", codes, problems);
  }
}
