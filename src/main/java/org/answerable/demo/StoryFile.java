package org.answerable.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.answerable.demo.Story.Answered;
import org.answerable.demo.Story.Kept;
import org.answerable.demo.Story.Told;
import org.answerable.feedback.Decision;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads {@code demo/ORGANISATION.yaml}, which ships with the application. */
final class StoryFile {
  private StoryFile() {}

  /** The story of an organisation; null: it has none. */
  static @Nullable Story of(String organisation) throws IOException {
    try (InputStream in = StoryFile.class.getResourceAsStream("/demo/" + organisation + ".yaml")) {
      if (in == null) {
        return null;
      }
      var entries = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return new Story(entries.stream().map(entry -> told((Map<?, ?>) entry)).toList());
    }
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
        (Integer) entry.get("says"));
  }

  private static Answered answered(Map<?, ?> entry) {
    return new Answered(
        number(entry, "after"),
        Decision.ofWord(text(entry, "decision")),
        text(entry, "text"),
        (String) entry.get("what"),
        (Integer) entry.get("within"),
        entry.get("kept") instanceof Map<?, ?> kept
            ? new Kept(number(kept, "after"), text(kept, "words"))
            : null);
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
