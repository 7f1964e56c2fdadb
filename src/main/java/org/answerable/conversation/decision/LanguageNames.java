package org.answerable.conversation.decision;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.answerable.flow.Texts;

/** What people call a language: by its own name, by its code, and as it is called in the others. */
final class LanguageNames {
  private LanguageNames() {}

  /** Of {@code fr}: Français, fr, French, Kifaransa. */
  static List<String> of(Texts.Language language, List<Texts.Language> all) {
    Locale locale = Locale.forLanguageTag(language.code());
    Stream<String> called =
        all.stream().map(other -> locale.getDisplayLanguage(Locale.forLanguageTag(other.code())));
    return Stream.concat(Stream.of(language.name(), language.code()), called).distinct().toList();
  }
}
