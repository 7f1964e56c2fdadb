package org.answerable.organisation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Numbers that text messages name, one for each language. */
record Hotlines(List<CheckedNumber> all) {
  private static final String ADD = "add one that somebody answers";

  static final String NUMBER = "\\+?[0-9][0-9 ]{1,18}";

  /** By language. */
  Map<String, Hotline> byLanguage() {
    Map<String, Hotline> hotlines = new LinkedHashMap<>();
    all.forEach(number -> hotlines.put(number.language(), number.hotline()));
    return hotlines;
  }

  static Hotlines read(Section top, String key, Languages languages) {
    var numbers = new ArrayList<CheckedNumber>();
    if (top.has(key)) {
      Section all = languages.each(top.at(key), key, top.problems());
      for (String language : languages.codes()) {
        if (all.has(language)) {
          numbers.add(number(all.at(language), key, language, top.problems()));
        } else {
          all.missing("\"" + key + "\" has no number in " + language + "; " + ADD);
          numbers.add(standIn(key, language));
        }
      }
    } else {
      top.missing("\"" + key + "\" is missing; " + ADD);
      languages.codes().forEach(language -> numbers.add(standIn(key, language)));
    }
    return new Hotlines(numbers);
  }

  /** What the demo says where there is no number; elsewhere the line is closed. */
  private static CheckedNumber standIn(String key, String language) {
    var nobodys = new Hotline(StandIn.NUMBER, StandIn.TEXT, LocalDate.EPOCH);
    return new CheckedNumber(key, language, nobodys, "");
  }

  private static CheckedNumber number(Node node, String key, String language, Problems problems) {
    Section section = Section.of(node, "a number of \"" + key + "\"", Keys.HOTLINE, problems);
    var hotline =
        new Hotline(
            dialled(section), section.text("hours", FileLimits.HOURS_CHARS), checked(section));
    if (key.equals("crisis")) {
      CrisisText.problem(language, hotline).ifPresent(text -> section.problem("hours", text));
    }
    return new CheckedNumber(key, language, hotline, problems.place(section.at("checked")));
  }

  private static String dialled(Section section) {
    if (!section.has("number")) {
      section.missing("\"number\" is missing; " + ADD);
      return StandIn.NUMBER;
    }
    String number = section.text("number", FileLimits.NUMBER_CHARS);
    if (!number.isEmpty() && !number.matches(NUMBER)) {
      section.problem(
          "number", "this can't be dialled; write digits, as \"+254700000001\" or 1190");
    }
    return number;
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
