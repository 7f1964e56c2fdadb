package org.answerable.flow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The functions of expressions, by RapidPro's names and rules. */
enum Function {
  UPPER(1, 1),
  LOWER(1, 1),
  TITLE(1, 1),
  TRIM(1, 1),
  TEXT(1, 1),
  TEXT_LENGTH(1, 1),
  WORD_COUNT(1, 1),
  NUMBER(1, 1),
  IF(3, 3),
  AND(1, FlowLimits.CASES),
  OR(1, FlowLimits.CASES),
  DEFAULT(2, 2),
  IS_ERROR(1, 1);

  final int fewest;
  final int most;

  Function(int fewest, int most) {
    this.fewest = fewest;
    this.most = most;
  }

  static @Nullable Function named(String name) {
    for (Function function : values()) {
      if (function.name().equalsIgnoreCase(name)) {
        return function;
      }
    }
    return null;
  }

  /** Calls it; the parser has checked how many arguments there are. */
  Value call(List<Value> arguments) {
    Value first = arguments.getFirst();
    return switch (this) {
      case DEFAULT -> first.asText().isEmpty() ? arguments.get(1) : first;
      case IS_ERROR -> new Value.Truth(first instanceof Value.Failure);
      case IF -> first instanceof Value.Failure ? first : arguments.get(first.isTrue() ? 1 : 2);
      case UPPER, LOWER, TITLE, TRIM, TEXT, TEXT_LENGTH, WORD_COUNT, NUMBER, AND, OR ->
          arguments.stream()
              .filter(argument -> argument instanceof Value.Failure)
              .findFirst()
              .orElseGet(() -> plain(arguments));
    };
  }

  private Value plain(List<Value> arguments) {
    String text = arguments.getFirst().asText();
    return switch (this) {
      case UPPER -> Value.of(text.toUpperCase(Locale.ROOT));
      case LOWER -> Value.of(text.toLowerCase(Locale.ROOT));
      case TITLE -> Value.of(titled(text));
      case TRIM -> Value.of(text.strip());
      case TEXT -> Value.of(text);
      case TEXT_LENGTH -> count(text.codePointCount(0, text.length()));
      case WORD_COUNT -> count(Plain.of(text).isEmpty() ? 0 : Plain.of(text).split(" ").length);
      case NUMBER -> number(arguments.getFirst());
      case AND -> new Value.Truth(arguments.stream().allMatch(Value::isTrue));
      case OR -> new Value.Truth(arguments.stream().anyMatch(Value::isTrue));
      case IF, DEFAULT, IS_ERROR -> throw new IllegalStateException(name() + " takes failures");
    };
  }

  private static Value count(int number) {
    return new Value.Number(BigDecimal.valueOf(number));
  }

  private static Value number(Value value) {
    BigDecimal number = value.asNumber();
    return number != null ? new Value.Number(number) : new Value.Failure("not a number");
  }

  private static String titled(String text) {
    StringBuilder titled = new StringBuilder(text.toLowerCase(Locale.ROOT));
    boolean inWord = false;
    for (int at = 0; at < titled.length(); at++) {
      char character = titled.charAt(at);
      if (!inWord) {
        titled.setCharAt(at, Character.toTitleCase(character));
      }
      inWord = Character.isLetterOrDigit(character) || character == '\'';
    }
    return titled.toString();
  }
}
