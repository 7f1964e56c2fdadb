package org.answerable.flow.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.answerable.flow.Action;
import org.answerable.flow.Choice;
import org.answerable.flow.Choices;
import org.answerable.flow.Exit;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Node;
import org.answerable.flow.Plain;
import org.answerable.flow.Router;
import org.answerable.flow.Texts;
import org.answerable.flow.Translated;
import org.answerable.flow.Wait;
import org.answerable.flow.yaml.Finding.Rule;
import org.answerable.platform.sms.Segments;

/** Finds what would go wrong with a flow before anyone is texted. */
final class FlowChecks {
  /**
   * Words by which carriers and providers opt people in and out, before any text reaches us.
   *
   * @see <a href="https://help.twilio.com/articles/223134027">Twilio's list</a>
   */
  private static final Set<String> CARRIERS =
      Set.of(
          "stop",
          "stopall",
          "unsubscribe",
          "cancel",
          "end",
          "quit",
          "revoke",
          "optout",
          "remove",
          "arret",
          "start",
          "yes",
          "unstop",
          "help",
          "info");

  private final FlowDocument document;
  private final FlowFiles.Folder folder;
  private final List<String> languages;
  private final List<Finding> findings = new ArrayList<>();

  FlowChecks(FlowDocument document, FlowFiles.Folder folder) {
    this.document = document;
    this.folder = folder;
    this.languages = folder.texts().languages().stream().map(Texts.Language::code).toList();
  }

  /** Everything found, in the order of the file. */
  List<Finding> findings() {
    unreachable();
    loops();
    for (Node node : document.flow().nodes().values()) {
      texts(node);
      choices(node);
    }
    findings.sort(java.util.Comparator.comparing(Finding::problem));
    return List.copyOf(findings);
  }

  private void found(Rule rule, String place, String message) {
    findings.add(new Finding(rule, document.at(place, message)));
  }

  private void unreachable() {
    Set<String> reached = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>(List.of(document.flow().first()));
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (reached.add(node.id())) {
        open.addAll(next(node));
      }
    }
    for (String id : document.flow().nodes().keySet()) {
      if (!reached.contains(id)) {
        found(Rule.UNREACHABLE, id, "nothing leads to step " + id + "; remove it or go there");
      }
    }
  }

  private List<Node> next(Node node) {
    List<Node> next = new ArrayList<>();
    for (Exit exit : node.exits()) {
      String to = exit.to();
      Node there = to == null ? null : document.flow().node(to);
      if (there != null) {
        next.add(there);
      }
    }
    return next;
  }

  private void loops() {
    for (Node start : document.flow().nodes().values()) {
      if (start.waitsFor() == Wait.NOTHING && returnsWithoutWait(start)) {
        found(
            Rule.LOOP_WITHOUT_WAIT,
            start.id(),
            "step " + start.id() + " comes back to itself without a question; ask one, or end");
      }
    }
  }

  private boolean returnsWithoutWait(Node start) {
    Set<String> passed = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>(next(start));
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (node.id().equals(start.id())) {
        return true;
      }
      if (node.waitsFor() == Wait.NOTHING && passed.add(node.id())) {
        open.addAll(next(node));
      }
    }
    return false;
  }

  private void texts(Node node) {
    for (Action action : node.actions()) {
      if (action instanceof Action.Say(Translated text)) {
        for (String language : languages) {
          text(node, text, language);
        }
      }
    }
  }

  private void text(Node node, Translated text, String language) {
    String place = node.id() + "/" + language;
    if (!text.texts().containsKey(language)) {
      String message = "step " + node.id() + " is not translated into " + language;
      found(Rule.MISSING_TRANSLATION, node.id(), message + "; add " + language + ":");
      return;
    }
    if (node.router() instanceof Router.Choose && !text.in(language).names().contains("choices")) {
      found(Rule.CHOICES_NOT_SHOWN, place, "the text does not show its choices; write @choices");
    }
    segments(node, text, language);
  }

  private void segments(Node node, Translated text, String language) {
    String said = FlowEngine.preview(document.flow(), node, text, document.sample(language));
    Segments segments = Segments.of(said);
    int budget = document.flow().segments();
    if (segments.segments() > budget) {
      String forced =
          segments.forcing().isEmpty()
              ? ""
              : ", as " + String.join(" ", segments.forcing()) + " is not in the basic alphabet";
      found(
          Rule.TOO_MANY_SEGMENTS,
          node.id() + "/" + language,
          segments.segments()
              + " segments in "
              + language
              + " ("
              + segments.units()
              + " units"
              + forced
              + "), the flow allows "
              + budget
              + "; shorten it");
    }
  }

  private void choices(Node node) {
    if (!(node.router() instanceof Router.Choose choose)) {
      return;
    }
    switch (choose.offer()) {
      case Router.Offer.Written(Choices choices) -> choices(node, choices);
      case Router.Offer.Given(String list) -> {
        Choices sample = document.lists().get(list);
        if (sample != null) {
          choices(node, sample);
        }
      }
    }
  }

  private void choices(Node node, Choices choices) {
    Set<String> reserved = new TreeSet<>(CARRIERS);
    reserved.addAll(folder.keywords().plainWords());
    for (Choice choice : choices.all()) {
      List<String> words = new ArrayList<>(choice.labels().values());
      words.addAll(choice.also());
      for (String word : new TreeSet<>(words)) {
        if (reserved.contains(Plain.of(word))) {
          found(
              Rule.RESERVED_WORD,
              node.id(),
              "choice \"" + word + "\" is a word of the carriers or a keyword; choose another");
        } else if (folder.greetings().isPolite(word)) {
          found(
              Rule.RESERVED_WORD,
              node.id(),
              "choice \"" + word + "\" is what people say out of politeness; choose another");
        }
      }
      untranslated(node, choice);
    }
    languages.forEach(language -> twice(node, choices, language));
  }

  private void untranslated(Node node, Choice choice) {
    for (String language : languages) {
      if (!choice.labels().containsKey(language)) {
        found(
            Rule.MISSING_TRANSLATION,
            node.id(),
            "choice " + choice.value() + " is not translated into " + language + "; add it");
      }
    }
  }

  private void twice(Node node, Choices choices, String language) {
    Map<String, String> seen = new HashMap<>();
    for (Choice choice : choices.all()) {
      String label = choice.label(language);
      String other = seen.putIfAbsent(Plain.of(label), choice.value());
      if (other != null) {
        found(
            Rule.CHOICE_TWICE,
            node.id(),
            "\"" + label + "\" means two choices in " + language + "; change one");
      }
    }
  }
}
