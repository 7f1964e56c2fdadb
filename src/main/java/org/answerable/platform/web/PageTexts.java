package org.answerable.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pages' own words in one language: {@code texts/LANGUAGE.properties}, UTF-8. Another language
 * is added by a file and its code in {@link #LANGUAGES}. Immutable.
 */
public final class PageTexts {
  /** BCP 47 codes, in the order of the language menu. The first is what others fall back to. */
  public static final List<String> LANGUAGES = List.of("en", "fr", "sw");

  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");
  private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)lang=([a-z]{2,3})(?:&|$)");
  private static final int ACCEPT_CHARS = 256;
  private static final Map<String, PageTexts> ALL = load();

  private final String language;
  private final Locale locale;
  private final boolean chosen;
  private final Map<String, String> texts;

  private PageTexts(String language, boolean chosen, Map<String, String> texts) {
    this.language = language;
    this.locale = Locale.of(language);
    this.chosen = chosen;
    this.texts = texts;
  }

  /** The language that the address names, else the first known one that the browser asks for. */
  public static PageTexts wanted(@Nullable String named, @Nullable String acceptLanguage) {
    PageTexts byName = named == null ? null : ALL.get(named);
    if (byName != null) {
      return new PageTexts(byName.language, true, byName.texts);
    }
    return in(accepted(acceptLanguage));
  }

  /** One of {@link #LANGUAGES}; English for any other. */
  public static PageTexts in(String language) {
    PageTexts texts = ALL.getOrDefault(language, ALL.get(LANGUAGES.getFirst()));
    if (texts == null) {
      throw new IllegalStateException("no texts in " + LANGUAGES.getFirst());
    }
    return texts;
  }

  /** A language's own name for itself, where its pages exist; else its code. */
  public static String nameOf(String code) {
    PageTexts texts = ALL.get(code);
    return texts == null ? code : texts.get("language");
  }

  /** The value of {@code lang} in a query that may be malformed elsewhere. */
  static @Nullable String languageIn(@Nullable String query) {
    Matcher matcher = IN_QUERY.matcher(query == null ? "" : query);
    return matcher.find() ? matcher.group(1) : null;
  }

  public String language() {
    return language;
  }

  /** {@code ltr} or {@code rtl}. */
  public String direction() {
    return RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
  }

  /** Whether the address named the language; links then carry it on, since there is no cookie. */
  public boolean chosen() {
    return chosen;
  }

  /**
   * A text, its {@code {0}}, {@code {1}} … replaced. What ends with a full stop of its own, as
   * French months do, gets no second one.
   */
  public String get(String key, Object... values) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalStateException("no text " + key + " in " + language);
    }
    for (int i = 0; i < values.length; i++) {
      String value = String.valueOf(values[i]);
      String place = "{" + i + "}";
      text = (value.endsWith(".") ? text.replace(place + ".", value) : text).replace(place, value);
    }
    return text;
  }

  /** {@code key.one} or {@code key.other}, by the language's rule for a number, which is {0}. */
  public String count(String key, long number, Object... more) {
    boolean one = number == 1 || (number == 0 && language.equals("fr"));
    Object[] values = new Object[more.length + 1];
    values[0] = number;
    System.arraycopy(more, 0, values, 1, more.length);
    return get(key + (one ? ".one" : ".other"), values);
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** {@code 24 Nov}; the year only where it is not today's. */
  public String day(LocalDate day, LocalDate today) {
    String pattern = day.getYear() == today.getYear() ? "d MMM" : "d MMM yyyy";
    return DateTimeFormatter.ofPattern(pattern, locale).format(day);
  }

  /** {@code 24 Nov 2026}. */
  public String fullDay(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(day);
  }

  /** {@code November 2026}. */
  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
  }

  /** A link of this site that keeps the chosen language. */
  public String to(String path) {
    return chosen ? to(path, language) : path;
  }

  /** A link of this site in a language. */
  public String to(String path, String wanted) {
    int anchor = path.indexOf('#');
    String before = anchor < 0 ? path : path.substring(0, anchor);
    String after = anchor < 0 ? "" : path.substring(anchor);
    return before + (before.contains("?") ? "&" : "?") + "lang=" + wanted + after;
  }

  Set<String> keys() {
    return new TreeSet<>(texts.keySet());
  }

  private static String accepted(@Nullable String header) {
    if (header == null || header.length() > ACCEPT_CHARS) {
      return LANGUAGES.getFirst();
    }
    try {
      String found = Locale.lookupTag(Locale.LanguageRange.parse(header), LANGUAGES);
      return found == null ? LANGUAGES.getFirst() : found;
    } catch (IllegalArgumentException odd) {
      return LANGUAGES.getFirst();
    }
  }

  private static Map<String, PageTexts> load() {
    Map<String, PageTexts> all = new LinkedHashMap<>();
    LANGUAGES.forEach(language -> all.put(language, read(language)));
    return Map.copyOf(all);
  }

  private static PageTexts read(String language) {
    String file = "/texts/" + language + ".properties";
    try (var in = PageTexts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      var properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> texts = new LinkedHashMap<>();
      properties.forEach((key, text) -> texts.put((String) key, (String) text));
      return new PageTexts(language, false, Map.copyOf(texts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
