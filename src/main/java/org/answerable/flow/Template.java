package org.answerable.flow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A text with expressions in it: {@code @name}, {@code @results.topic}, {@code @(upper(name))}.
 * {@code @@} is an at sign, and so is an @ before a word that nothing is called.
 */
public final class Template {
  /** Where a template can't be read, and why. */
  public interface Faults {
    void at(int offset, String message);
  }

  private sealed interface Part {}

  private record Literal(String text) implements Part {}

  /** An expression, and the name that decides whether {@code @name} is one at all. */
  private record Dynamic(Expression expression, String written, @Nullable String name)
      implements Part {}

  private final String source;
  private final List<Part> parts;

  private Template(String source, List<Part> parts) {
    this.source = source;
    this.parts = List.copyOf(parts);
  }

  /** Reads a template; what can't be read is told to faults, and left out. */
  public static Template parse(String source, Faults faults) {
    if (source.length() > FlowLimits.TEMPLATE_CHARS) {
      faults.at(0, "longer than " + FlowLimits.TEMPLATE_CHARS + " characters; make it shorter");
      return new Template("", List.of());
    }
    return new Template(source, new Reader(source, faults).read());
  }

  /** As it was written. */
  public String source() {
    return source;
  }

  /** The names that stand at the beginning of its expressions. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Part part : parts) {
      if (part instanceof Dynamic dynamic) {
        collect(dynamic.expression, names);
      }
    }
    return names;
  }

  /** The results that it names, as in {@code @results.topic}. */
  public Set<String> results() {
    Set<String> results = new LinkedHashSet<>();
    for (Part part : parts) {
      if (part instanceof Dynamic dynamic) {
        collectResults(dynamic.expression, results);
      }
    }
    return results;
  }

  private static void collectResults(Expression expression, Set<String> results) {
    switch (expression) {
      case Expression.Constant constant -> {}
      case Expression.Name name -> {}
      case Expression.Property(Expression of, String name) -> {
        if (of instanceof Expression.Name(String base) && base.equals("results")) {
          results.add(name);
        }
        collectResults(of, results);
      }
      case Expression.Call(Function function, List<Expression> arguments) ->
          arguments.forEach(argument -> collectResults(argument, results));
      case Expression.Negated(Expression number) -> collectResults(number, results);
      case Expression.Binary(var operator, Expression left, Expression right) -> {
        collectResults(left, results);
        collectResults(right, results);
      }
    }
  }

  private static void collect(Expression expression, Set<String> names) {
    switch (expression) {
      case Expression.Constant constant -> {}
      case Expression.Name(String name) -> names.add(name);
      case Expression.Property(Expression of, String name) -> collect(of, names);
      case Expression.Call(Function function, List<Expression> arguments) ->
          arguments.forEach(argument -> collect(argument, names));
      case Expression.Negated(Expression number) -> collect(number, names);
      case Expression.Binary(var operator, Expression left, Expression right) -> {
        collect(left, names);
        collect(right, names);
      }
    }
  }

  /** The text. An expression that fails leaves nothing behind, and its reason in faults. */
  String render(Scope scope, Consumer<String> faults) {
    if (parts.size() == 1 && parts.getFirst() instanceof Literal(String text)) {
      return text;
    }
    StringBuilder rendered = new StringBuilder(source.length() + 32);
    for (Part part : parts) {
      switch (part) {
        case Literal(String text) -> rendered.append(text);
        case Dynamic dynamic -> rendered.append(text(dynamic, scope, faults));
      }
    }
    return rendered.toString();
  }

  private static String text(Dynamic dynamic, Scope scope, Consumer<String> faults) {
    Value value = value(dynamic, scope);
    if (value instanceof Value.Failure(String message)) {
      faults.accept(dynamic.written + ": " + message);
    }
    return value.asText();
  }

  private static Value value(Dynamic dynamic, Scope scope) {
    if (dynamic.name != null && scope.get(dynamic.name) == null) {
      return Value.of(dynamic.written);
    }
    return dynamic.expression.evaluate(scope);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Template template && source.equals(template.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }

  private static final class Reader {
    private final String source;
    private final Faults faults;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    Reader(String source, Faults faults) {
      this.source = source;
      this.faults = faults;
    }

    List<Part> read() {
      int at = 0;
      while (at < source.length()) {
        char character = source.charAt(at);
        char next = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
        if (character != '@') {
          literal.append(character);
          at++;
        } else if (next == '@') {
          literal.append('@');
          at += 2;
        } else if (next == '(') {
          at = bracket(at);
        } else if (ExpressionParser.isLetter(next)) {
          at = path(at);
        } else {
          literal.append(character);
          at++;
        }
      }
      endLiteral();
      return parts;
    }

    private int bracket(int start) {
      int close = close(start + 1);
      if (close < 0) {
        faults.at(start, "@( without its closing bracket; add it, or write @@( for the signs");
        return start + 2;
      }
      try {
        Expression expression = ExpressionParser.parse(source, start + 2, close);
        add(expression, start, close + 1, null);
      } catch (ExpressionParser.Unreadable unreadable) {
        faults.at(unreadable.offset, unreadable.words());
      }
      return close + 1;
    }

    private int close(int open) {
      int depth = 0;
      boolean quoted = false;
      for (int at = open; at < source.length(); at++) {
        char character = source.charAt(at);
        if (quoted) {
          at += character == '\\' ? 1 : 0;
          quoted = character != '"';
        } else if (character == '"') {
          quoted = true;
        } else if (character == '(') {
          depth++;
        } else if (character == ')' && --depth == 0) {
          return at;
        }
      }
      return -1;
    }

    private int path(int start) {
      int at = wordEnd(start + 1);
      while (at + 1 < source.length() && source.charAt(at) == '.' && isWord(at + 1)) {
        at = wordEnd(at + 1);
      }
      String[] words = source.substring(start + 1, at).toLowerCase(Locale.ROOT).split("\\.");
      Expression expression = new Expression.Name(words[0]);
      for (int word = 1; word < words.length; word++) {
        expression = new Expression.Property(expression, words[word]);
      }
      add(expression, start, at, words[0]);
      return at;
    }

    private int wordEnd(int start) {
      int at = start;
      while (at < source.length() && isWord(at)) {
        at++;
      }
      return at;
    }

    private boolean isWord(int at) {
      char character = source.charAt(at);
      return ExpressionParser.isLetter(character) || ExpressionParser.isDigit(character);
    }

    private void add(Expression expression, int start, int end, @Nullable String name) {
      endLiteral();
      parts.add(new Dynamic(expression, source.substring(start, end), name));
    }

    private void endLiteral() {
      if (!literal.isEmpty()) {
        parts.add(new Literal(literal.toString()));
        literal.setLength(0);
      }
    }
  }
}
