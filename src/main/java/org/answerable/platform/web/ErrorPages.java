package org.answerable.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page for a status code: HTML for browsers, one line of text for programs. */
final class ErrorPages {
  private static final Pattern ENTRY = Pattern.compile("/[^/]+/log/[^/]+");
  private final TemplateEngine engine;

  ErrorPages(TemplateEngine engine) {
    this.engine = engine;
  }

  /** What is sent. */
  record Page(String type, String language, String body) {}

  Page page(
      int status,
      @Nullable String path,
      @Nullable String query,
      @Nullable String accept,
      @Nullable String acceptLanguage) {
    PageTexts texts = PageTexts.wanted(PageTexts.languageIn(query), acceptLanguage);
    String key = key(status, path);
    if (accept == null || !accept.toLowerCase(Locale.ROOT).contains("html")) {
      String line = status + " " + texts.get(key + ".title") + ". " + texts.get(key) + "\n";
      return new Page("text/plain;charset=utf-8", texts.language(), line);
    }
    var out = new StringOutput();
    engine.render(
        "error/error.jte",
        Map.<String, Object>of("texts", texts, "status", status, "key", key),
        out);
    return new Page("text/html;charset=utf-8", texts.language(), out.toString());
  }

  private static String key(int status, @Nullable String path) {
    return switch (status) {
      case 403, 405, 413, 429 -> "error." + status;
      case 401 -> "error.403";
      case 404 -> path != null && ENTRY.matcher(path).matches() ? "error.reference" : "error.404";
      case 503 -> "error.503";
      default -> status >= 500 ? "error.500" : "error.400";
    };
  }
}
