package org.answerable.flow;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an expression evaluates to. */
sealed interface Value {
  record Text(String text) implements Value {}

  record Number(BigDecimal number) implements Value {}

  record Truth(boolean holds) implements Value {}

  record Nothing() implements Value {}

  /** Named values; where a text is wanted, the first argument stands for the whole, if given. */
  record Group(@Nullable Value whole, Map<String, Value> members) implements Value {
    public Group {
      members = Map.copyOf(members);
    }
  }

  /** An error, in words about the expression, never about the values in it. */
  record Failure(String message) implements Value {}

  Pattern NUMBER = Pattern.compile("-?(\\d+(\\.\\d+)?|\\.\\d+)");

  static Value of(String text) {
    return new Text(text);
  }

  /** As it stands in a message. A failure has no text. */
  default String asText() {
    return switch (this) {
      case Text(String text) -> text;
      case Number(BigDecimal number) ->
          number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
      case Truth(boolean holds) -> Boolean.toString(holds);
      case Nothing nothing -> "";
      case Failure failure -> "";
      case Group(var whole, var members) -> whole != null ? whole.asText() : listed(members);
    };
  }

  private static String listed(Map<String, Value> members) {
    return new TreeMap<>(members)
        .entrySet().stream()
            .map(member -> member.getKey() + ": " + member.getValue().asText())
            .collect(Collectors.joining(", ", "{", "}"));
  }

  /** RapidPro's truth: all is true but nothing, empty, zero and the word "false". */
  default boolean isTrue() {
    return switch (this) {
      case Text(String text) -> !text.isEmpty() && !text.toLowerCase(Locale.ROOT).equals("false");
      case Number(BigDecimal number) -> number.signum() != 0;
      case Truth(boolean holds) -> holds;
      case Nothing nothing -> false;
      case Failure failure -> false;
      case Group(var whole, var members) -> whole != null ? whole.isTrue() : !members.isEmpty();
    };
  }

  /** As a number, or null if it is none: {@code -1.5} and {@code .5}, but not {@code 1e3}. */
  default @Nullable BigDecimal asNumber() {
    return switch (this) {
      case Number(BigDecimal number) -> number;
      case Text(String text) -> {
        String trimmed = text.strip();
        boolean fits = trimmed.length() <= FlowLimits.NUMBER_DIGITS;
        yield fits && NUMBER.matcher(trimmed).matches() ? new BigDecimal(trimmed) : null;
      }
      case Group(var whole, var members) -> whole != null ? whole.asNumber() : null;
      case Truth truth -> null;
      case Nothing nothing -> null;
      case Failure failure -> null;
    };
  }
}
