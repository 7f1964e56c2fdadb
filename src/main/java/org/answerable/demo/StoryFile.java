package org.answerable.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.answerable.demo.Story.Answered;
import org.answerable.demo.Story.Asked;
import org.answerable.demo.Story.Duty;
import org.answerable.demo.Story.Kept;
import org.answerable.demo.Story.Proposal;
import org.answerable.demo.Story.Told;
import org.answerable.feedback.Decision;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads {@code demo/ORGANISATION.yaml}, which ships with the application. */
final class StoryFile {
  /** What marks a vote among the entries: its question. */
  private static final String ASKED = "vote";

  private StoryFile() {}

  /** The story of an organisation; null: it has none. */
  static @Nullable Story of(String organisation) throws IOException {
    try (InputStream in = StoryFile.class.getResourceAsStream("/demo/" + organisation + ".yaml")) {
      if (in == null) {
        return null;
      }
      var entries = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return new Story(
          maps(entries).filter(entry -> !entry.containsKey(ASKED)).map(StoryFile::told).toList(),
          maps(entries).filter(entry -> entry.containsKey(ASKED)).map(StoryFile::asked).toList());
    }
  }

  private static Stream<Map<?, ?>> maps(List<?> list) {
    return list.stream().map(one -> (Map<?, ?>) one);
  }

  private static Asked asked(Map<?, ?> entry) {
    Map<String, Integer> ballots = new LinkedHashMap<>();
    map(entry, "ballots")
        .forEach((ballot, voters) -> ballots.put((String) ballot, (Integer) voters));
    return new Asked(
        number(entry, "ago"),
        words(map(entry, ASKED)),
        maps(list(entry, "options")).map(StoryFile::words).toList(),
        text(entry, "asked-by"),
        number(entry, "open"),
        number(entry, "priorities"),
        ballots,
        maps(list(entry, "duties")).map(StoryFile::duty).toList());
  }

  private static Map<String, String> words(Map<?, ?> byLanguage) {
    Map<String, String> words = new LinkedHashMap<>();
    byLanguage.forEach((language, said) -> words.put((String) language, (String) said));
    return words;
  }

  private static Duty duty(Map<?, ?> entry) {
    return new Duty(
        number(entry, "option"),
        number(entry, "after"),
        text(entry, "role"),
        text(entry, "text"),
        text(entry, "what"),
        number(entry, "within"),
        kept(entry));
  }

  private static Told told(Map<?, ?> entry) {
    var answered = (Map<?, ?>) entry.get("answered");
    var hide = (List<?>) entry.get("hide");
    return new Told(
        number(entry, "ago"),
        text(entry, "text"),
        (String) entry.get("topic"),
        Boolean.TRUE.equals(entry.get("publish")),
        (String) entry.get("more"),
        (Integer) entry.get("read"),
        answered == null ? null : answered(answered),
        hide == null ? List.of() : hide.stream().map(String::valueOf).toList(),
        (Integer) entry.get("says"),
        entry.containsKey("supporters") ? proposal(entry) : null);
  }

  private static Proposal proposal(Map<?, ?> entry) {
    return new Proposal(number(entry, "supporters"), number(entry, "option"));
  }

  private static Answered answered(Map<?, ?> entry) {
    return new Answered(
        number(entry, "after"),
        Decision.ofWord(text(entry, "decision")),
        text(entry, "text"),
        (String) entry.get("what"),
        (Integer) entry.get("within"),
        kept(entry));
  }

  private static @Nullable Kept kept(Map<?, ?> entry) {
    return entry.get("kept") instanceof Map<?, ?> kept
        ? new Kept(number(kept, "after"), text(kept, "words"))
        : null;
  }

  private static Map<?, ?> map(Map<?, ?> entry, String key) {
    if (entry.get(key) instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalStateException("the demo's story lacks the words of " + key);
  }

  private static List<?> list(Map<?, ?> entry, String key) {
    if (entry.get(key) instanceof List<?> list) {
      return list;
    }
    throw new IllegalStateException("the demo's story lacks the list " + key);
  }

  private static String text(Map<?, ?> entry, String key) {
    return String.valueOf(entry.get(key));
  }

  private static int number(Map<?, ?> entry, String key) {
    if (entry.get(key) instanceof Integer number) {
      return number;
    }
    throw new IllegalStateException("the demo's story lacks the number " + key);
  }
}
