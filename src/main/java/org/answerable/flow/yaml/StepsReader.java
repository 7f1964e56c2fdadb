package org.answerable.flow.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.answerable.flow.Action;
import org.answerable.flow.Case;
import org.answerable.flow.Category;
import org.answerable.flow.Choices;
import org.answerable.flow.Exit;
import org.answerable.flow.Node;
import org.answerable.flow.Router;
import org.answerable.flow.Template;
import org.answerable.flow.Translated;
import org.answerable.flow.Wait;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Turns steps into nodes. A step goes to the next one, unless it says {@code go}. It is a question
 * ({@code ask}), a branch ({@code when}), or only does something ({@code say}, {@code set}, {@code
 * language}).
 */
final class StepsReader {
  static final Set<String> KEYS =
      Set.of(
          "ask",
          "name",
          "say",
          "choices",
          "again",
          "otherwise",
          "when",
          "is",
          "set",
          "language",
          "go");
  private static final String END = "end";

  /** Where the shorter question stands, by the step's name before it. */
  static final String AGAIN = "again";

  private final Source source;
  private final String language;
  private final Set<String> languages;
  private final Set<String> known;
  private final Map<String, Choices> lists;
  private final Map<String, FlowDocument.Place> places = new HashMap<>();
  private final List<String> ids = new ArrayList<>();
  private final Set<String> results = new TreeSet<>();

  /**
   * @param known names that templates may use
   * @param lists lists that questions may offer
   */
  StepsReader(
      Source source,
      String language,
      Set<String> languages,
      Set<String> known,
      Map<String, Choices> lists) {
    this.source = source;
    this.language = language;
    this.languages = languages;
    this.known = known;
    this.lists = lists;
  }

  Map<String, FlowDocument.Place> places() {
    return places;
  }

  List<Node> read(org.snakeyaml.engine.v2.nodes.Node steps) {
    List<Map<String, Source.Entry>> parsed = new ArrayList<>();
    for (org.snakeyaml.engine.v2.nodes.Node step : source.items(steps, "steps")) {
      Map<String, Source.Entry> parts = source.mapping(step, "a step", KEYS);
      String id = id(parts, parsed.size());
      if (ids.contains(id)) {
        source.problem(step, "there are two steps " + id + "; rename one");
      }
      ids.add(id);
      place(id, step);
      parsed.add(parts);
      results(parts);
    }
    List<Node> nodes = new ArrayList<>();
    for (int index = 0; index < parsed.size(); index++) {
      nodes.add(node(index, parsed.get(index)));
    }
    return nodes;
  }

  private void results(Map<String, Source.Entry> parts) {
    Source.Entry ask = parts.get("ask");
    if (ask != null && ask.value() instanceof ScalarNode name) {
      results.add(name.getValue());
    }
    Source.Entry set = parts.get("set");
    if (set != null) {
      results.addAll(source.mapping(set.value(), "set").keySet());
    }
  }

  private void place(String id, org.snakeyaml.engine.v2.nodes.Node node) {
    places.put(id, Source.place(node));
  }

  private String id(Map<String, Source.Entry> parts, int index) {
    Source.Entry named = parts.containsKey("ask") ? parts.get("ask") : parts.get("name");
    String id = named == null ? null : source.text(named.value(), "a step's name");
    return id == null ? "step-" + (index + 1) : id;
  }

  private Node node(int index, Map<String, Source.Entry> parts) {
    String id = ids.get(index);
    List<Action> actions = actions(id, parts);
    Exit onward = onward(index, parts.get("go"));
    if (parts.containsKey("ask")) {
      return new Node(id, actions, Wait.MESSAGE, question(id, parts, onward));
    }
    if (parts.containsKey("when")) {
      return new Node(id, actions, Wait.NOTHING, branch(index, parts, onward));
    }
    onlyWith("choices", "ask", parts);
    onlyWith("again", "choices", parts);
    onlyWith("otherwise", "choices", parts);
    onlyWith("is", "when", parts);
    return new Node(id, actions, Wait.NOTHING, new Router.Onward(onward));
  }

  private void onlyWith(String key, String other, Map<String, Source.Entry> parts) {
    Source.Entry entry = parts.get(key);
    if (entry != null && !parts.containsKey(other)) {
      source.problem(entry.key(), "\"" + key + "\" needs \"" + other + "\"; add it");
    }
  }

  private List<Action> actions(String id, Map<String, Source.Entry> parts) {
    List<Action> actions = new ArrayList<>();
    Source.Entry set = parts.get("set");
    if (set != null) {
      source
          .mapping(set.value(), "set")
          .forEach((name, entry) -> actions.add(new Action.SetResult(name, template(entry))));
    }
    Source.Entry spoken = parts.get("language");
    if (spoken != null) {
      actions.add(new Action.SetLanguage(template(spoken)));
    }
    Source.Entry say = parts.get("say");
    Translated text = say == null ? null : text(id, say.value());
    if (text != null) {
      actions.add(new Action.Say(text));
    }
    return actions;
  }

  private Template template(Source.Entry entry) {
    Template template = source.template(entry.value(), "a value");
    return template == null
        ? Template.parse("", (offset, message) -> {})
        : checked(template, entry.value());
  }

  private @Nullable Translated text(String id, org.snakeyaml.engine.v2.nodes.Node node) {
    Map<String, Template> texts = new LinkedHashMap<>();
    if (node instanceof ScalarNode) {
      Template template = source.template(node, "a text");
      if (template != null) {
        languages.forEach(language -> texts.put(language, template));
        languages.forEach(language -> place(id + "/" + language, node));
        checked(template, node);
      }
    } else {
      source
          .mapping(node, "a text", languages)
          .forEach(
              (code, entry) -> {
                Template template = source.template(entry.value(), "a text");
                if (template != null) {
                  texts.put(code, checked(template, entry.value()));
                  place(id + "/" + code, entry.value());
                }
              });
    }
    if (!texts.containsKey(language)) {
      source.problem(node, "the text is missing in " + language + "; write it first");
      return null;
    }
    return new Translated(language, texts);
  }

  private Template checked(Template template, org.snakeyaml.engine.v2.nodes.Node node) {
    for (String name : template.names()) {
      if (!known.contains(name)) {
        source.problem(
            node,
            "@"
                + name
                + " is not known; give a sample of it, or write @@"
                + name
                + " for the sign");
      }
    }
    for (String result : template.results()) {
      if (!results.contains(result)) {
        source.problem(
            node, "nothing sets @results." + result + "; use one of " + String.join(", ", results));
      }
    }
    return template;
  }

  private Exit onward(int index, Source.@Nullable Entry go) {
    if (go != null) {
      return exit(go.value());
    }
    return index + 1 < ids.size() ? new Exit(ids.get(index + 1)) : Exit.END;
  }

  private Exit exit(org.snakeyaml.engine.v2.nodes.Node node) {
    String to = source.text(node, "go");
    if (to == null || to.equals(END)) {
      return Exit.END;
    }
    if (!ids.contains(to)) {
      source.problem(
          node, "there is no step " + to + "; use one of " + String.join(", ", ids) + ", " + END);
      return Exit.END;
    }
    return new Exit(to);
  }

  private Router question(String id, Map<String, Source.Entry> parts, Exit onward) {
    onlyWith("is", "when", parts);
    Source.Entry ask = Objects.requireNonNull(parts.get("ask"));
    if (!parts.containsKey("say")) {
      source.problem(ask.key(), "the question has no text; add \"say\"");
    }
    Source.Entry choices = parts.get("choices");
    if (choices == null) {
      onlyWith("again", "choices", parts);
      onlyWith("otherwise", "choices", parts);
      return freeText(id, onward);
    }
    ChoicesReader reader = new ChoicesReader(source, languages);
    Router.Offer offer = offer(choices.value(), reader);
    reader.places().forEach((choice, place) -> places.put(FlowDocument.choice(id, choice), place));
    Map<String, Exit> exits = new HashMap<>();
    reader.goes().forEach((value, go) -> exits.put(value, exit(go)));
    Source.Entry again = parts.get("again");
    Source.Entry otherwise = parts.get("otherwise");
    return new Router.Choose(
        offer,
        id,
        exits,
        onward,
        again == null ? null : text(id + "/" + AGAIN, again.value()),
        otherwise == null ? null : exit(otherwise.value()));
  }

  private static Router freeText(String id, Exit onward) {
    Template input = Template.parse("@input.text", (offset, message) -> {});
    Case text = new Case(Case.Test.HAS_TEXT, List.of(), new Category("text", onward));
    return new Router.Switch(input, List.of(text), new Category("empty", onward), id);
  }

  private Router.Offer offer(org.snakeyaml.engine.v2.nodes.Node node, ChoicesReader reader) {
    if (!(node instanceof ScalarNode scalar)) {
      return new Router.Offer.Written(reader.choices(node));
    }
    String list = scalar.getValue();
    if (!lists.containsKey(list)) {
      source.problem(node, "list " + list + " has no sample; add it under samples");
    }
    return new Router.Offer.Given(list);
  }

  private Router branch(int index, Map<String, Source.Entry> parts, Exit then) {
    onlyWith("choices", "ask", parts);
    onlyWith("again", "choices", parts);
    onlyWith("otherwise", "choices", parts);
    Source.Entry when = Objects.requireNonNull(parts.get("when"));
    Source.Entry is = parts.get("is");
    if (is == null || !parts.containsKey("go")) {
      source.problem(when.key(), "a branch needs \"is\", a list of values, and \"go\"; add them");
      return new Router.Onward(then);
    }
    List<Template> values = new ArrayList<>();
    for (org.snakeyaml.engine.v2.nodes.Node item : source.items(is.value(), "is")) {
      Template value = source.template(item, "a value");
      if (value != null) {
        values.add(checked(value, item));
      }
    }
    Case same = new Case(Case.Test.HAS_ONLY_TEXT, values, new Category("yes", then));
    Category other = new Category("no", onward(index, null));
    return new Router.Switch(template(when), List.of(same), other, null);
  }
}
