package org.answerable.flow;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the software itself says by text, in every language that the files have. Unknown languages
 * get English.
 *
 * @param languages in the order of the file
 * @param texts by their key, a key of {@link #VALUES}
 * @param months by language, twelve short names each
 * @param samples by language, values as long as real ones are
 * @param budgets what a text may cost, by its key, where that is not {@link Budget#ONE}
 */
public record Texts(
    List<Language> languages,
    Map<String, Translated> texts,
    Map<String, List<String>> months,
    Map<String, Map<String, String>> samples,
    Map<String, Budget> budgets) {

  /** The language that stands in for what is missing in another. */
  public static final String FALLBACK = "en";

  /** The text that shows the next page of a long list. */
  public static final String MORE = "more";

  /** Every key, and the values that its text may name. */
  public static final Map<String, Set<String>> VALUES =
      Map.ofEntries(
          entry("welcome", Set.of("org")),
          entry("privacy", Set.of("org", "url")),
          entry("added", Set.of("code")),
          entry("too-long", Set.of("code")),
          entry("crisis", Set.of("crisis", "hours")),
          entry("safe-receipt", Set.of("focal", "crisis", "code")),
          entry("safe-ask", Set.of("focal", "crisis")),
          entry("safe-more", Set.of("focal", "crisis")),
          entry("missed-call", Set.of("desk")),
          entry("muted", Set.of("day", "crisis")),
          entry("status-open", Set.of("code", "date")),
          entry("status-undated", Set.of("code")),
          entry("status-late", Set.of("code", "day")),
          entry("status-answered", Set.of("code", "day")),
          entry("status-none", Set.of()),
          entry("read", Set.of("code", "answer")),
          entry("asked-back", Set.of("code", "asked")),
          entry("asked-notice", Set.of("code")),
          entry("stop", Set.of()),
          entry("stop-how", Set.of()),
          entry("stopped", Set.of()),
          entry("stopped-help", Set.of("desk", "crisis")),
          entry("stopped-safe", Set.of("focal", "crisis")),
          entry("start", Set.of()),
          entry("help", Set.of("desk", "url")),
          entry("words", Set.of()),
          entry("help-safe", Set.of("focal", "crisis")),
          entry("forget", Set.of("digits")),
          entry("forget-wrong", Set.of()),
          entry("forget-how", Set.of()),
          entry("forget-later", Set.of("desk")),
          entry("forgotten", Set.of("date")),
          entry("withdrawn", Set.of("code")),
          entry("withdraw-none", Set.of()),
          entry("status-withdrawn", Set.of("code", "day")),
          entry("echo", Set.of("ref", "url")),
          entry("echo-none", Set.of()),
          entry("support", Set.of("ref", "wanted", "url")),
          entry("proposed", Set.of("code", "date", "ref")),
          entry("propose-how", Set.of()),
          entry("propose-later", Set.of("code")),
          entry("propose-long", Set.of("code")),
          entry("proposals", Set.of("proposals")),
          entry("proposals-none", Set.of()),
          entry("echo-how", Set.of("ref", "url")),
          entry("ask-pin", Set.of()),
          entry("pin-set", Set.of()),
          entry("way-notice", Set.of("code")),
          entry("answer-notice", Set.of("code")),
          entry("notice-pin", Set.of("code", "date")),
          entry("promised", Set.of("code", "org", "what", "date")),
          entry("promise-kept", Set.of("code", "org", "what", "words")),
          entry("promise-missed", Set.of("code", "org", "what", "date")),
          entry("referred", Set.of("code", "body", "day", "date")),
          entry("body-answered", Set.of("code", "body", "words")),
          entry("body-silent", Set.of("code", "body", "date")),
          entry("pin-wrong", Set.of("n")),
          entry("pin-wrong-last", Set.of()),
          entry("pin-closed", Set.of("day", "time")),
          entry("read-how", Set.of()),
          entry("read-none", Set.of()),
          entry("quiet", Set.of("from", "until")),
          entry("quiet-off", Set.of()),
          entry("quiet-how", Set.of()),
          entry("data", Set.of()),
          entry("clear", Set.of()),
          entry("poll-one", Set.of("question", "options", "date")),
          entry("poll-some", Set.of("question", "options", "date")),
          entry("poll-order", Set.of("question", "options", "date")),
          entry("poll-budget", Set.of("question", "options", "date")),
          entry("poll-points", Set.of("question", "options", "most", "date")),
          entry("poll-code", Set.of("question", "options", "example", "date")),
          entry("poll-code-order", Set.of("question", "options", "example", "date")),
          entry("code-needed", Set.of("example")),
          entry("code-how", Set.of("example")),
          entry("code-wrong", Set.of("example")),
          entry("poll-before", Set.of("day", "url")),
          entry("poll-next", Set.of("url")),
          entry("votes-off", Set.of()),
          entry("poll-notice", Set.of()),
          entry("poll-reminder", Set.of("date", "question")),
          entry("polls-open", Set.of("options")),
          entry("poll-none", Set.of("url")),
          entry("poll-over", Set.of("url")),
          entry("ballot-read", Set.of("vote", "code", "date")),
          entry("ballot-read-code", Set.of("vote", "code", "date")),
          entry("ballot-then", Set.of("first", "next")),
          entry("ballot-unlisted", Set.of("number", "example")),
          entry("ballot-twice", Set.of("number", "example")),
          entry("ballot-points", Set.of("number", "most", "example")),
          entry("ballot-late", Set.of()),
          entry("ballot-too-many", Set.of("example")),
          entry("ballot-unclear", Set.of("example")),
          entry("log", Set.of("day", "size", "seal")),
          entry("log-empty", Set.of()),
          entry(MORE, Set.of()),
          entry("slow-down", Set.of("time", "crisis")),
          entry("empty", Set.of()),
          entry("only-text", Set.of()),
          entry("picture-left", Set.of()),
          entry("edit-late", Set.of()),
          entry("old-button", Set.of()),
          entry("clear-chat", Set.of()));

  /**
   * A language that the texts exist in.
   *
   * @param code BCP 47
   * @param name as its speakers write it
   */
  public record Language(String code, String name) {}

  public Texts {
    languages = List.copyOf(languages);
    texts = Map.copyOf(texts);
    months = Map.copyOf(months);
    samples = Map.copyOf(samples);
    budgets = Map.copyOf(budgets);
  }

  /**
   * A text with its values in place. An unknown key, or a value that the text names and nobody
   * gave, is our own bug: {@link IllegalArgumentException}.
   *
   * @param values by name, such as {@code code}, {@code date}
   */
  public String say(String key, String language, Map<String, String> values) {
    Translated text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("there is no text " + key);
    }
    Template template = text.in(language);
    for (String name : template.names()) {
      if (!values.containsKey(name)) {
        throw new IllegalArgumentException("text " + key + " needs @" + name);
      }
    }
    return template.render(name -> named(values, name), fault -> {});
  }

  /** A text with the samples as its values. */
  public String sample(String key, String language) {
    return say(key, language, samples.getOrDefault(language, Map.of()));
  }

  public Budget budget(String key) {
    return budgets.getOrDefault(key, Budget.ONE);
  }

  private static @Nullable Value named(Map<String, String> values, String name) {
    String value = values.get(name);
    return value == null ? null : Value.of(value);
  }

  /** A day as it stands in a text, without the year: {@code 30 Nov}. */
  public String day(LocalDate day, String language) {
    List<String> names = months.getOrDefault(language, months.getOrDefault(FALLBACK, List.of()));
    return day.getDayOfMonth() + " " + names.get(day.getMonthValue() - 1);
  }
}
