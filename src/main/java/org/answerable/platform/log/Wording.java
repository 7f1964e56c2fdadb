package org.answerable.platform.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/**
 * What is shown of a message. Our own code says what it wants, without numbers. A library may say
 * what stands in its own code and so quotes nobody: fixed texts, counts, names of classes. What it
 * puts together as it runs may quote a request, a row or a body, and is withheld.
 */
final class Wording {
  static final String WITHHELD = "(withheld)";
  private static final String NUMBER = "#";
  private static final String OURS = "org.answerable.";

  /** They speak when a start fails, before anybody is answered, and say what to mend. */
  private static final List<String> OF_STARTS =
      List.of(
          "org.springframework.boot.SpringApplication",
          "org.springframework.boot.diagnostics.",
          "org.flywaydb.");

  /** A day, which stays; else seven digits or more, grouped as people and receipts group them. */
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<!\\p{Nd})((?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?!\\p{Nd})"
              + "|\\+?\\p{Nd}(?:[ \\t\\u00a0\\u202f.()/\\u2010-\\u2015-]{0,2}\\p{Nd}){6,}");

  private Wording() {}

  static String of(ILoggingEvent event) {
    String pattern = event.getMessage();
    if (speaksFreely(event.getLoggerName())) {
      return masked(
          MessageFormatter.arrayFormat(pattern, ours(event.getArgumentArray())).getMessage());
    }
    return isFixed(pattern)
        ? masked(
            MessageFormatter.arrayFormat(pattern, foreign(event.getArgumentArray())).getMessage())
        : WITHHELD;
  }

  /** What an exception's message may show; null: it has none. */
  static @Nullable String of(IThrowableProxy thrown, String logger) {
    String message = thrown.getMessage();
    String state = state(thrown);
    if (message == null) {
      return state;
    }
    String shown =
        speaksOfStarts(logger) || thrown.getClassName().startsWith(OURS) || isFixed(message)
            ? masked(message)
            : WITHHELD;
    return state == null ? shown : state + " " + shown;
  }

  /** Without numbers that could be somebody's, or a receipt. */
  static String masked(@Nullable String text) {
    return text == null
        ? "null"
        : DIGITS
            .matcher(text)
            .replaceAll(found -> found.group(1) == null ? NUMBER : found.group(1));
  }

  /**
   * Whether a text stands as it is in some class: only those are in the virtual machine's pool
   * before anybody asks for them.
   *
   * @see <a href="https://docs.oracle.com/javase/specs/jls/se25/html/jls-3.html#jls-3.10.5">JLS
   *     3.10.5</a>
   */
  @SuppressWarnings({"StringEquality", "ReferenceEquality", "StringCaseLocaleUsage"})
  static boolean isFixed(@Nullable String text) {
    return text == null || new String(text).intern() == text;
  }

  private static boolean speaksFreely(String logger) {
    return logger.startsWith(OURS) || speaksOfStarts(logger);
  }

  private static boolean speaksOfStarts(String logger) {
    return OF_STARTS.stream().anyMatch(logger::startsWith);
  }

  private static @Nullable Object @Nullable [] ours(@Nullable Object @Nullable [] arguments) {
    return arguments == null
        ? null
        : Arrays.stream(arguments)
            .map(each -> each instanceof Throwable thrown ? thrown.getClass().getName() : each)
            .toArray();
  }

  private static @Nullable Object @Nullable [] foreign(@Nullable Object @Nullable [] arguments) {
    return arguments == null ? null : Arrays.stream(arguments).map(Wording::foreign).toArray();
  }

  private static @Nullable Object foreign(@Nullable Object argument) {
    return switch (argument) {
      case null -> null;
      case Number number -> number;
      case Boolean truth -> truth;
      case Enum<?> constant -> constant.name();
      case Class<?> type -> type.getName();
      case Throwable thrown -> thrown.getClass().getName();
      default -> WITHHELD;
    };
  }

  private static @Nullable String state(IThrowableProxy thrown) {
    return thrown instanceof ThrowableProxy proxy
            && proxy.getThrowable() instanceof SQLException sql
            && sql.getSQLState() != null
        ? "SQLSTATE " + sql.getSQLState()
        : null;
  }
}
