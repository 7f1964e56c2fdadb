package org.answerable.flow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One expression, parsed. Evaluation never throws: what fails is a {@link Value.Failure}. */
sealed interface Expression {
  record Constant(Value value) implements Expression {}

  record Name(String name) implements Expression {}

  record Property(Expression of, String name) implements Expression {}

  record Call(Function function, List<Expression> arguments) implements Expression {}

  record Negated(Expression number) implements Expression {}

  record Binary(Operator operator, Expression left, Expression right) implements Expression {}

  /** From loose to tight, as RapidPro binds them; all group from the left. */
  enum Operator {
    JOIN("&", 0),
    EQUAL("=", 1),
    UNEQUAL("!=", 1),
    LESS("<", 2),
    AT_MOST("<=", 2),
    MORE(">", 2),
    AT_LEAST(">=", 2),
    PLUS("+", 3),
    MINUS("-", 3),
    TIMES("*", 4),
    DIVIDED("/", 4),
    POWER("^", 5);

    static final int TIGHTEST = 5;

    final String sign;
    final int tightness;

    Operator(String sign, int tightness) {
      this.sign = sign;
      this.tightness = tightness;
    }
  }

  MathContext DIGITS = new MathContext(FlowLimits.NUMBER_DIGITS, RoundingMode.HALF_UP);

  default Value evaluate(Scope scope) {
    return switch (this) {
      case Constant(Value value) -> value;
      case Name(String name) -> orFailure(scope.get(name), "there is no @" + name);
      case Property(Expression of, String name) -> property(of.evaluate(scope), name);
      case Call(Function function, List<Expression> arguments) ->
          function.call(arguments.stream().map(argument -> argument.evaluate(scope)).toList());
      case Negated(Expression number) -> negated(number.evaluate(scope));
      case Binary(Operator operator, Expression left, Expression right) ->
          binary(operator, left.evaluate(scope), right.evaluate(scope));
    };
  }

  private static Value property(Value of, String name) {
    return switch (of) {
      case Value.Failure failure -> failure;
      case Value.Group(var whole, Map<String, Value> members) ->
          orFailure(members.get(name), "nothing is called " + name + " there");
      case Value.Text text -> new Value.Failure("a text has no ." + name);
      case Value.Number number -> new Value.Failure("a number has no ." + name);
      case Value.Truth truth -> new Value.Failure("true and false have no ." + name);
      case Value.Nothing nothing -> new Value.Failure("nothing has no ." + name);
    };
  }

  private static Value orFailure(@Nullable Value value, String message) {
    return value != null ? value : new Value.Failure(message);
  }

  private static Value negated(Value value) {
    if (value instanceof Value.Failure) {
      return value;
    }
    BigDecimal number = value.asNumber();
    return number != null
        ? new Value.Number(number.negate())
        : new Value.Failure("- needs a number");
  }

  private static Value binary(Operator operator, Value left, Value right) {
    if (left instanceof Value.Failure) {
      return left;
    }
    if (right instanceof Value.Failure) {
      return right;
    }
    return switch (operator) {
      case JOIN -> Value.of(left.asText() + right.asText());
      case EQUAL -> new Value.Truth(left.asText().equals(right.asText()));
      case UNEQUAL -> new Value.Truth(!left.asText().equals(right.asText()));
      case LESS, AT_MOST, MORE, AT_LEAST, PLUS, MINUS, TIMES, DIVIDED, POWER ->
          calculated(operator, left.asNumber(), right.asNumber());
    };
  }

  private static Value calculated(
      Operator operator, @Nullable BigDecimal left, @Nullable BigDecimal right) {
    if (left == null || right == null) {
      return new Value.Failure(operator.sign + " needs two numbers");
    }
    return switch (operator) {
      case LESS -> new Value.Truth(left.compareTo(right) < 0);
      case AT_MOST -> new Value.Truth(left.compareTo(right) <= 0);
      case MORE -> new Value.Truth(left.compareTo(right) > 0);
      case AT_LEAST -> new Value.Truth(left.compareTo(right) >= 0);
      case PLUS -> bounded(left.add(right, DIGITS));
      case MINUS -> bounded(left.subtract(right, DIGITS));
      case TIMES -> bounded(left.multiply(right, DIGITS));
      case DIVIDED ->
          right.signum() == 0
              ? new Value.Failure("a division by zero")
              : bounded(left.divide(right, DIGITS));
      case POWER -> power(left, right);
      case JOIN, EQUAL, UNEQUAL ->
          throw new IllegalStateException(operator + " calculates nothing");
    };
  }

  private static Value power(BigDecimal base, BigDecimal exponent) {
    boolean whole = exponent.stripTrailingZeros().scale() <= 0;
    if (!whole || exponent.abs().compareTo(BigDecimal.valueOf(FlowLimits.EXPONENT)) > 0) {
      return new Value.Failure("^ needs a whole exponent up to " + FlowLimits.EXPONENT);
    }
    if (base.signum() == 0 && exponent.signum() < 0) {
      return new Value.Failure("a division by zero");
    }
    return bounded(base.pow(exponent.intValue(), DIGITS));
  }

  private static Value bounded(BigDecimal number) {
    int magnitude = number.precision() - number.scale();
    return Math.abs(magnitude) <= FlowLimits.EXPONENT
        ? new Value.Number(number)
        : new Value.Failure("a number past 10^" + FlowLimits.EXPONENT);
  }
}
