package org.answerable.organisation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Numbers that text messages name, one for each language. */
final class Hotlines {
  static final String NUMBER = "\\+?[0-9][0-9 ]{1,18}";

  private Hotlines() {}

  static Map<String, Hotline> read(Section top, String key, Languages languages) {
    Map<String, Hotline> hotlines = new LinkedHashMap<>();
    Node node = top.mapping(key);
    if (node != null) {
      Section byLanguage = languages.each(node, key, top.problems());
      for (String language : languages.codes()) {
        Node one = byLanguage.mapping(language);
        if (one != null) {
          Section section =
              Section.of(one, "a number of \"" + key + "\"", Keys.HOTLINE, top.problems());
          Hotline hotline = hotline(section);
          if (key.equals("crisis")) {
            CrisisText.problem(language, hotline).ifPresent(text -> section.problem("hours", text));
          }
          hotlines.put(language, hotline);
        }
      }
    }
    return hotlines;
  }

  private static Hotline hotline(Section section) {
    String number = section.text("number", FileLimits.NUMBER_CHARS);
    if (!number.isEmpty() && !number.matches(NUMBER)) {
      section.problem(
          "number", "this can't be dialled; write digits, as \"+254700000001\" or 1190");
    }
    return new Hotline(number, section.text("hours", FileLimits.HOURS_CHARS), checked(section));
  }

  private static LocalDate checked(Section section) {
    String day = section.text("checked", FileLimits.NAME_CHARS);
    try {
      return day.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(day);
    } catch (DateTimeException e) {
      section.problem(
          "checked",
          "\"" + day + "\" is no day; write the day somebody last called it, as 2026-11-20");
      return LocalDate.EPOCH;
    }
  }
}
