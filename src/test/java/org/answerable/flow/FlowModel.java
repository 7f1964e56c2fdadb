package org.answerable.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its author thinks of it: a list of steps that are walked through. Written apart
 * from the engine, to compare; it knows the steps by their places and nothing of nodes, routers or
 * exits.
 */
final class FlowModel {
  static final List<String> LANGUAGES = List.of("en", "sw", "fr");
  private static final Map<String, String> MORE =
      Map.of("en", "more", "sw", "zaidi", "fr", "suite");

  /** So different that none is another one misspelt. */
  static final List<String> LABELS =
      List.of(
          "mango",
          "hospital",
          "bridge",
          "cyclone",
          "teacher",
          "umbrella",
          "window",
          "yesterday",
          "quarrel",
          "kitchen",
          "january",
          "fortune");

  static final int END = -1;
  private static final int NEXT = -2;

  /**
   * One step.
   *
   * @param kind ask, free, when, do
   * @param choices how many labels it offers
   * @param goes where a choice leads, by its place in the list
   * @param otherwise where it leads after three misses; null: nowhere
   * @param go where it leads else
   * @param set what {@code mark} becomes; null: nothing
   * @param language what is spoken from here on; null: what was
   * @param is the values by which a branch goes its way
   */
  record Step(
      String kind,
      int choices,
      Map<Integer, Integer> goes,
      boolean again,
      @Nullable Integer otherwise,
      int go,
      @Nullable String set,
      @Nullable String language,
      List<String> is) {}

  private final List<Step> steps;
  private final Map<String, String> results = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private String language;
  private int at;
  private int misses;
  private int page;

  FlowModel(List<Step> steps, String language) {
    this.steps = steps;
    this.language = language;
  }

  boolean ended() {
    return at == END;
  }

  List<String> start() {
    enter(0);
    return told();
  }

  /**
   * @param choice which label the text means, from 0; null: none
   */
  List<String> hears(String text, @Nullable Integer choice) {
    Step step = steps.get(at);
    if (step.kind.equals("free")) {
      String value = text.strip();
      result("s" + at, value, value.isEmpty() ? "empty" : "text");
      enter(then(step.go));
    } else if (choice != null) {
      result("s" + at, "v" + choice, "v" + choice);
      enter(then(step.goes.getOrDefault(choice, step.go)));
    } else if (step.choices > 9 && text.equals("0")) {
      page = (page + 1) % 2;
      told.add("said Q" + at + " " + language + " " + list(step));
    } else {
      miss(step);
    }
    return told();
  }

  private void miss(Step step) {
    misses++;
    if (step.otherwise != null && misses >= 3) {
      told.add("gave up");
      enter(then(step.otherwise));
      return;
    }
    told.add("unmatched");
    if (step.again && misses == 2) {
      told.add("said again " + language + " " + list(step));
    }
  }

  private void enter(int first) {
    at = first;
    for (int walked = 0; walked < 100 && at != END; walked++) {
      Step step = steps.get(at);
      act(step);
      if (step.kind.equals("ask") || step.kind.equals("free")) {
        misses = 0;
        page = 0;
        told.add("said Q" + at + " " + language + asked(step));
        return;
      }
      told.add("said Q" + at + " " + language);
      at = onward(step);
    }
    told.add(at == END ? "ended COMPLETED" : "ended TOO_MANY_STEPS");
    at = END;
  }

  private int onward(Step step) {
    boolean taken = !step.kind.equals("when") || step.is.contains(results.getOrDefault("mark", ""));
    return then(taken ? step.go : NEXT);
  }

  private void act(Step step) {
    if (step.set != null) {
      result("mark", step.set, step.set);
    }
    if (step.language != null) {
      language = step.language;
      told.add("language " + language);
    }
  }

  private String asked(Step step) {
    return step.kind.equals("free") ? "" : " " + list(step);
  }

  private String list(Step step) {
    StringBuilder list = new StringBuilder();
    int first = step.choices > 9 ? page * 9 : 0;
    int end = step.choices > 9 ? Math.min(step.choices, first + 9) : step.choices;
    for (int i = first; i < end; i++) {
      list.append(i + 1).append(' ').append(LABELS.get(i)).append(' ');
    }
    return step.choices > 9 ? list + "0 " + MORE.get(language) : list.toString().strip();
  }

  private void result(String name, String value, String category) {
    String before = results.put(name, value);
    String kind = results.put(name + " category", category);
    if (!value.equals(before) || !category.equals(kind)) {
      told.add("result " + name + "=" + value + " (" + category + ")");
    }
  }

  private int then(int go) {
    return go != NEXT ? go : at + 1 < steps.size() ? at + 1 : END;
  }

  private List<String> told() {
    List<String> all = List.copyOf(told);
    told.clear();
    return all;
  }

  /** Some steps by chance; the first one always sets what branches look at. */
  static List<Step> random(Random random) {
    int size = 2 + random.nextInt(7);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("do", 0, Map.of(), false, null, NEXT, "m0", null, List.of()));
    for (int i = 1; i < size; i++) {
      String kind = List.of("ask", "ask", "ask", "free", "when", "do").get(random.nextInt(6));
      int choices = kind.equals("ask") ? 1 + random.nextInt(LABELS.size()) : 0;
      Map<Integer, Integer> goes = new HashMap<>();
      for (int choice = 0; choice < choices; choice++) {
        if (random.nextInt(4) == 0) {
          goes.put(choice, target(random, size));
        }
      }
      boolean some = random.nextInt(3) == 0;
      steps.add(
          new Step(
              kind,
              choices,
              goes,
              kind.equals("ask") && random.nextBoolean(),
              kind.equals("ask") && random.nextBoolean() ? target(random, size) : null,
              kind.equals("when") || some ? target(random, size) : NEXT,
              random.nextInt(3) == 0 ? "m" + random.nextInt(3) : null,
              random.nextInt(5) == 0 ? LANGUAGES.get(random.nextInt(3)) : null,
              List.of("m" + random.nextInt(3), "m1")));
    }
    return steps;
  }

  private static int target(Random random, int size) {
    return random.nextInt(size + 1) - 1;
  }

  /** The steps as somebody writes them down. */
  static String yaml(List<Step> steps) {
    StringBuilder yaml = new StringBuilder("steps:\n");
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      boolean asks = step.kind.equals("ask");
      boolean waits = asks || step.kind.equals("free");
      yaml.append("  - ").append(waits ? "ask" : "name").append(": s").append(i).append('\n');
      yaml.append("    say: ").append(texts("Q" + i, asks ? " @choices" : "")).append('\n');
      line(yaml, "set", step.set == null ? null : "{ mark: " + step.set + " }");
      line(yaml, "language", step.language);
      if (asks) {
        choices(yaml, step);
        line(yaml, "again", step.again ? texts("again", " @choices") : null);
        line(yaml, "otherwise", step.otherwise == null ? null : name(step.otherwise));
      }
      if (step.kind.equals("when")) {
        line(yaml, "when", "\"@results.mark\"");
        line(yaml, "is", step.is.toString());
      }
      line(yaml, "go", step.go == NEXT ? null : name(step.go));
    }
    return yaml.toString();
  }

  private static void choices(StringBuilder yaml, Step step) {
    yaml.append("    choices:\n");
    for (int choice = 0; choice < step.choices; choice++) {
      yaml.append("      - v%d: %s\n".formatted(choice, LABELS.get(choice)));
      Integer go = step.goes.get(choice);
      if (go != null) {
        yaml.append("        go: ").append(name(go)).append('\n');
      }
    }
  }

  private static void line(StringBuilder yaml, String key, @Nullable String value) {
    if (value != null) {
      yaml.append("    ").append(key).append(": ").append(value).append('\n');
    }
  }

  private static String texts(String text, String rest) {
    StringBuilder texts = new StringBuilder("{ ");
    for (String language : LANGUAGES) {
      texts.append(language).append(": \"").append(text).append(' ').append(language);
      texts.append(rest).append(language.equals("fr") ? "\" }" : "\", ");
    }
    return texts.toString();
  }

  private static String name(int step) {
    return step == END ? "end" : "s" + step;
  }
}
