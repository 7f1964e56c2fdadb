package org.answerable.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.answerable.flow.Expression.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Parses what stands inside {@code @(…)}: RapidPro's operators, text and number literals, names,
 * properties and calls. Whatever it refuses is an {@link Unreadable} with its place.
 *
 * @see <a href="https://app.rapidpro.io/mr/docs/">RapidPro's expressions</a>
 */
final class ExpressionParser {
  /** What is wrong, and at which character of the text that was parsed. */
  static final class Unreadable extends Exception {
    final int offset;

    Unreadable(int offset, String message) {
      super(message, null, false, false);
      this.offset = offset;
    }

    String words() {
      return String.valueOf(getMessage());
    }
  }

  private final String text;
  private final int end;
  private int at;
  private int depth;

  private ExpressionParser(String text, int start, int end) {
    this.text = text;
    this.end = end;
    this.at = start;
  }

  /** Parses the characters from start to end; offsets of errors count from the text's start. */
  static Expression parse(String text, int start, int end) throws Unreadable {
    ExpressionParser parser = new ExpressionParser(text, start, end);
    Expression expression = parser.binary(0);
    if (parser.skip() < end) {
      throw parser.unexpected();
    }
    return expression;
  }

  private Expression binary(int tightness) throws Unreadable {
    if (tightness > Operator.TIGHTEST) {
      return unary();
    }
    if (++depth > FlowLimits.EXPRESSION_DEPTH * (Operator.TIGHTEST + 1)) {
      throw new Unreadable(at, "too deep an expression; make two of it");
    }
    Expression left = binary(tightness + 1);
    for (Operator operator = operator(tightness);
        operator != null;
        operator = operator(tightness)) {
      left = new Expression.Binary(operator, left, binary(tightness + 1));
    }
    depth--;
    return left;
  }

  private @Nullable Operator operator(int tightness) {
    int start = skip();
    Operator longest = null;
    for (Operator operator : Operator.values()) {
      boolean longer = longest == null || operator.sign.length() > longest.sign.length();
      if (longer && start < end && text.startsWith(operator.sign, start)) {
        longest = operator;
      }
    }
    if (longest == null || longest.tightness != tightness) {
      return null;
    }
    at += longest.sign.length();
    return longest;
  }

  private Expression unary() throws Unreadable {
    if (skip() < end && text.charAt(at) == '-') {
      if (++depth > FlowLimits.EXPRESSION_DEPTH * (Operator.TIGHTEST + 1)) {
        throw new Unreadable(at, "too deep an expression; make two of it");
      }
      at++;
      Expression negated = new Expression.Negated(unary());
      depth--;
      return negated;
    }
    Expression value = primary();
    while (at + 1 < end && text.charAt(at) == '.' && isLetter(text.charAt(at + 1))) {
      at++;
      value = new Expression.Property(value, word());
    }
    return value;
  }

  private Expression primary() throws Unreadable {
    if (skip() >= end) {
      throw new Unreadable(at, "the expression stops too early; write what should follow");
    }
    char first = text.charAt(at);
    if (first == '(') {
      at++;
      Expression inner = binary(0);
      expect(')');
      return inner;
    }
    if (first == '"') {
      return literal();
    }
    if (isDigit(first)) {
      return number();
    }
    if (isLetter(first)) {
      return named();
    }
    throw unexpected();
  }

  private Expression named() throws Unreadable {
    int start = at;
    String word = word();
    if (at < end && text.charAt(at) == '(') {
      return call(start, word);
    }
    return switch (word) {
      case "true" -> new Expression.Constant(new Value.Truth(true));
      case "false" -> new Expression.Constant(new Value.Truth(false));
      case "null" -> new Expression.Constant(new Value.Nothing());
      default -> new Expression.Name(word);
    };
  }

  private Expression call(int start, String word) throws Unreadable {
    Function function = Function.named(word);
    if (function == null) {
      throw new Unreadable(start, "there is no function " + word + "; use one of the documented");
    }
    at++;
    List<Expression> arguments = new ArrayList<>();
    if (skip() < end && text.charAt(at) != ')') {
      arguments.add(binary(0));
      while (skip() < end && text.charAt(at) == ',') {
        at++;
        arguments.add(binary(0));
      }
    }
    expect(')');
    if (arguments.size() < function.fewest || arguments.size() > function.most) {
      throw new Unreadable(
          start,
          word + " does not take " + arguments.size() + " arguments; give " + takes(function));
    }
    return new Expression.Call(function, List.copyOf(arguments));
  }

  private static String takes(Function function) {
    return function.fewest == function.most
        ? String.valueOf(function.fewest)
        : function.fewest + " to " + function.most;
  }

  private Expression number() throws Unreadable {
    int start = at;
    while (at < end && (isDigit(text.charAt(at)) || isPoint(at))) {
      at++;
    }
    if (at - start > FlowLimits.NUMBER_DIGITS) {
      throw new Unreadable(start, "a number of more than " + FlowLimits.NUMBER_DIGITS + " digits");
    }
    String digits = text.substring(start, at);
    if (digits.indexOf('.') != digits.lastIndexOf('.')) {
      throw new Unreadable(start, digits + " is no number; write one point at most");
    }
    return new Expression.Constant(new Value.Number(new BigDecimal(digits)));
  }

  private boolean isPoint(int place) {
    return text.charAt(place) == '.' && place + 1 < end && isDigit(text.charAt(place + 1));
  }

  private Expression literal() throws Unreadable {
    int start = at++;
    StringBuilder literal = new StringBuilder();
    boolean readable = true;
    while (at < end && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < end) {
        at++;
        readable &= unescape(literal, text.charAt(at));
      } else {
        literal.append(text.charAt(at));
      }
      at++;
    }
    if (at >= end) {
      throw new Unreadable(start, "a text without its closing \"; add it");
    }
    at++;
    // as in RapidPro: one escape that means nothing, and the whole literal counts as written
    String value = readable ? literal.toString() : text.substring(start + 1, at - 1);
    return new Expression.Constant(Value.of(value));
  }

  private static boolean unescape(StringBuilder literal, char escaped) {
    switch (escaped) {
      case 'n' -> literal.append('\n');
      case 't' -> literal.append('\t');
      case '"', '\\' -> literal.append(escaped);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void expect(char sign) throws Unreadable {
    if (skip() >= end || text.charAt(at) != sign) {
      throw new Unreadable(at, "here should be " + sign + "; add it");
    }
    at++;
  }

  private Unreadable unexpected() {
    return new Unreadable(at, "\"" + text.charAt(at) + "\" can't stand here; remove it");
  }

  private String word() {
    int start = at;
    while (at < end && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    return text.substring(start, at).toLowerCase(Locale.ROOT);
  }

  private int skip() {
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isLetter(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || character == '_';
  }

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
