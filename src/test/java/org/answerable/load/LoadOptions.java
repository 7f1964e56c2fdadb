package org.answerable.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long and how hard it is measured.
 *
 * @param connections each of them is measured on its own
 * @param rounds of everything, interleaved; the medians count
 * @param round how long one measurement lasts
 * @param warmUp not measured
 * @param people how many numbers the texts come from, in turn
 * @param jvm options of the application's virtual machine
 */
record LoadOptions(
    List<Integer> connections,
    int rounds,
    Duration round,
    Duration warmUp,
    int people,
    List<String> jvm) {

  static final String USAGE =
      """
      Options, with their defaults:
        --connections=32,128   from how many connections texts come
        --rounds=6             how often all is measured, interleaved; the medians count
        --seconds=5            how long each measurement lasts
        --warm-up=40           seconds that are not measured
        --people=20000         how many numbers the texts come from, in turn
        --jvm=-Xmx512m         options of the application's virtual machine, with commas between
      """;

  /** The longest that is taken for one measurement. */
  private static final int SECONDS_MAX = 600;

  private static final int CONNECTIONS_MAX = 128;
  private static final int ROUNDS_MAX = 100;
  private static final int PEOPLE_MAX = 10_000_000;

  /**
   * @throws IllegalArgumentException what is not understood
   */
  static LoadOptions parse(String[] args) {
    Map<String, String> given = new HashMap<>();
    for (String arg : args) {
      int equals = arg.indexOf('=');
      if (!arg.startsWith("--") || equals < 0) {
        throw new IllegalArgumentException("not understood: " + arg);
      }
      given.put(arg.substring(2, equals), arg.substring(equals + 1));
    }
    String connections = take(given, "connections", "32,128");
    var options =
        new LoadOptions(
            Arrays.stream(connections.split(",", -1))
                .map(count -> number("connections", count, CONNECTIONS_MAX))
                .toList(),
            number("rounds", take(given, "rounds", "6"), ROUNDS_MAX),
            Duration.ofSeconds(number("seconds", take(given, "seconds", "5"), SECONDS_MAX)),
            Duration.ofSeconds(number("warm-up", take(given, "warm-up", "40"), SECONDS_MAX)),
            number("people", take(given, "people", "20000"), PEOPLE_MAX),
            List.of(take(given, "jvm", "-Xmx512m").split(",(?=-)", -1)));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("not understood: --" + given.keySet().iterator().next());
    }
    return options;
  }

  private static String take(Map<String, String> given, String name, String otherwise) {
    String value = given.remove(name);
    return value == null ? otherwise : value;
  }

  private static int number(String name, String value, int max) {
    if (value.matches("[0-9]{1,8}")) {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= max) {
        return number;
      }
    }
    throw new IllegalArgumentException("--%s is a number from 1 to %d".formatted(name, max));
  }
}
