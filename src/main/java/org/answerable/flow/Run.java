package org.answerable.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One sprint while it runs; the only thing in the engine that changes. */
final class Run implements Scope {
  private static final Choices NO_CHOICES = Choices.of(List.of());

  /** What {@code 3,2,} takes: misses and page are written once there are some. */
  private static final int COUNTERS_BYTES = 4;

  /** A session of so many characters fits, whatever they are: JSON writes six bytes at most. */
  private static final int SURELY_FITS_CHARS = (FlowLimits.SESSION_BYTES - COUNTERS_BYTES) / 6;

  private final Flow flow;
  private final More more;
  private final Context context;
  private final @Nullable Input input;
  private final List<Event> events = new ArrayList<>(4);
  private List<Result> results;
  private String language;
  private Choices offered = NO_CHOICES;
  private int page;

  Run(Flow flow, More more, Context context, List<Result> results, @Nullable Input input) {
    this.flow = flow;
    this.more = more;
    this.context = context;
    this.results = results;
    this.input = input;
    this.language = context.language();
  }

  /** Routes the input at the node that waited for it, and goes on. */
  Sprint answered(Session session, Node node) {
    offered = offer(node);
    if (offered.pages() > 1 && input != null && more.isIn(input.text())) {
      return turned(session, node);
    }
    page = session.page();
    Exit exit = exit(node);
    return exit != null ? after(exit) : missed(session, node);
  }

  /** The same question with the next of its choices. */
  private Sprint turned(Session session, Node node) {
    page = (session.page() + 1) % offered.pages();
    say(node);
    return new Sprint(session.at(page), events);
  }

  private Sprint missed(Session session, Node node) {
    if (!(node.router() instanceof Router.Choose choose)
        || (choose.shorter() == null && choose.wayOut() == null)) {
      events.add(new Event.Unmatched());
      return new Sprint(session, events);
    }
    Session missed = session.missed();
    Exit wayOut = choose.wayOut();
    if (wayOut != null && missed.misses() >= FlowLimits.MISSES_BEFORE_WAY_OUT) {
      events.add(new Event.GaveUp());
      return after(wayOut);
    }
    events.add(new Event.Unmatched());
    Translated shorter = choose.shorter();
    if (shorter != null && missed.misses() == FlowLimits.MISSES_BEFORE_SHORTER) {
      say(node, shorter);
    }
    return new Sprint(missed, events);
  }

  /** The question that is open, said again. */
  Sprint asked(Session session, Node node) {
    offered = offer(node);
    page = session.page();
    Translated shorter = node.router() instanceof Router.Choose choose ? choose.shorter() : null;
    if (shorter == null) {
      say(node);
    } else {
      say(node, shorter);
    }
    return new Sprint(session, events);
  }

  List<String> previews(Node node, Translated text) {
    offered = offer(node);
    List<String> pages = new ArrayList<>();
    for (page = 0; page < offered.pages(); page++) {
      pages.add(text.in(language).render(this, fault -> {}));
    }
    return pages;
  }

  private Sprint after(Exit exit) {
    String to = exit.to();
    if (to == null) {
      return ended(Event.Ending.COMPLETED);
    }
    Node next = flow.node(to);
    return next == null ? ended(Event.Ending.FLOW_GONE) : from(next);
  }

  /** Enters nodes until one waits, or the flow ends. */
  Sprint from(Node first) {
    Node node = first;
    for (int step = 0; step < FlowLimits.STEPS_PER_SPRINT; step++) {
      offered = offer(node);
      page = 0;
      for (Action action : node.actions()) {
        act(node, action);
      }
      if (waits(node)) {
        return waiting(node);
      }
      Exit exit = exit(node);
      String to = exit == null ? null : exit.to();
      if (to == null) {
        return ended(Event.Ending.COMPLETED);
      }
      Node next = flow.node(to);
      if (next == null) {
        return ended(Event.Ending.FLOW_GONE);
      }
      node = next;
    }
    return ended(Event.Ending.TOO_MANY_STEPS);
  }

  private Choices offer(Node node) {
    return switch (node.router()) {
      case Router.Choose choose ->
          switch (choose.offer()) {
            case Router.Offer.Written(Choices choices) -> choices;
            case Router.Offer.Given(String list) -> context.lists().getOrDefault(list, NO_CHOICES);
          };
      case Router.Onward onward -> NO_CHOICES;
      case Router.Switch route -> NO_CHOICES;
    };
  }

  /** A question without anything to choose from is passed by. */
  private boolean waits(Node node) {
    return node.waitsFor() == Wait.MESSAGE
        && !(node.router() instanceof Router.Choose && offered.isEmpty());
  }

  private Sprint waiting(Node node) {
    Session session = new Session(flow.name(), node.id(), results);
    int chars = flow.name().length() + node.id().length() + 8;
    for (Result result : results) {
      chars += result.name().length() + result.value().length() + result.category().length() + 10;
    }
    boolean fits =
        chars <= SURELY_FITS_CHARS
            || SessionCodec.encode(session).length <= FlowLimits.SESSION_BYTES - COUNTERS_BYTES;
    return fits ? new Sprint(session, events) : ended(Event.Ending.SESSION_TOO_LARGE);
  }

  private Sprint ended(Event.Ending ending) {
    events.add(new Event.Ended(ending));
    return new Sprint(null, events);
  }

  private void act(Node node, Action action) {
    switch (action) {
      case Action.Say(Translated text) -> say(node, text);
      case Action.SetResult(String name, Template value) -> {
        String text = value.render(this, fault -> fault(node, fault));
        set(node, name, text, text);
      }
      case Action.SetLanguage(Template template) -> {
        language = template.render(this, fault -> fault(node, fault));
        events.add(new Event.LanguageSet(language));
      }
    }
  }

  private void say(Node node) {
    for (Action action : node.actions()) {
      if (action instanceof Action.Say(Translated text)) {
        say(node, text);
      }
    }
  }

  private void say(Node node, Translated text) {
    String whole = text.in(language).render(this, fault -> fault(node, fault));
    String said = cut(node, whole, FlowLimits.TEXT_CHARS);
    if (!said.isBlank()) {
      events.add(new Event.Said(said, offered.labels(language)));
    }
  }

  private String cut(Node node, String text, int chars) {
    if (text.length() <= chars) {
      return text;
    }
    fault(node, "cut at " + chars + " characters");
    boolean splitsPair = Character.isHighSurrogate(text.charAt(chars - 1));
    return text.substring(0, splitsPair ? chars - 1 : chars);
  }

  private void fault(Node node, String reason) {
    events.add(new Event.Faulted(node.id(), reason));
  }

  /** The exit to take, or null if the input is no answer. */
  private @Nullable Exit exit(Node node) {
    return switch (node.router()) {
      case Router.Onward(Exit exit) -> exit;
      case Router.Choose choose -> chosen(node, choose);
      case Router.Switch route -> switched(node, route);
    };
  }

  private @Nullable Exit chosen(Node node, Router.Choose choose) {
    if (offered.isEmpty()) {
      return choose.onward();
    }
    Choice choice = input == null ? null : offered.match(input.text(), language);
    if (choice == null) {
      return null;
    }
    set(node, choose.result(), choice.value(), choice.value());
    return choose.exits().getOrDefault(choice.value(), choose.onward());
  }

  private Exit switched(Node node, Router.Switch route) {
    String operand = route.operand().render(this, fault -> fault(node, fault));
    Category category = route.other();
    for (Case candidate : route.cases()) {
      if (holds(node, candidate, operand)) {
        category = candidate.category();
        break;
      }
    }
    String result = route.result();
    if (result != null) {
      set(node, result, operand.strip(), category.name());
    }
    return category.exit();
  }

  private boolean holds(Node node, Case candidate, String operand) {
    return switch (candidate.test()) {
      case HAS_TEXT -> !operand.isBlank();
      case HAS_ONLY_TEXT ->
          candidate.arguments().stream()
              .anyMatch(
                  argument -> argument.render(this, fault -> fault(node, fault)).equals(operand));
    };
  }

  private void set(Node node, String name, String value, String category) {
    Result result =
        new Result(
            name,
            cut(node, value, FlowLimits.RESULT_CHARS),
            cut(node, category, FlowLimits.RESULT_CHARS));
    if (results.contains(result)) {
      return;
    }
    List<Result> changed = new ArrayList<>(results);
    changed.removeIf(old -> old.name().equals(name));
    changed.add(result);
    results = changed;
    events.add(new Event.ResultSet(name, result.value(), result.category()));
  }

  @Override
  public @Nullable Value get(String name) {
    String value = context.values().get(name);
    if (value != null) {
      return Value.of(value);
    }
    return switch (name) {
      case "choices" -> Value.of(choices());
      case "language" -> Value.of(language);
      case "input" ->
          input == null
              ? new Value.Nothing()
              : new Value.Group(Value.of(input.text()), Map.of("text", Value.of(input.text())));
      case "results" -> resultsByName();
      default -> null;
    };
  }

  private String choices() {
    return offered.pages() == 1
        ? offered.numbered(language)
        : offered.numbered(language, page, more.label(language));
  }

  private Value resultsByName() {
    Map<String, Value> members = new HashMap<>();
    for (Result result : results) {
      Value value = Value.of(result.value());
      Value category = Value.of(result.category());
      members.put(
          result.name(), new Value.Group(value, Map.of("value", value, "category", category)));
    }
    return new Value.Group(null, members);
  }
}
