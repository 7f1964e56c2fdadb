package org.answerable.flow.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.answerable.flow.Action;
import org.answerable.flow.Choices;
import org.answerable.flow.Exit;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Node;
import org.answerable.flow.Router;
import org.answerable.flow.Texts;
import org.answerable.flow.Translated;
import org.answerable.flow.Wait;
import org.answerable.flow.yaml.Finding.Rule;

/** Finds what would go wrong with a flow before anyone is texted. */
final class FlowChecks {
  private final FlowDocument document;
  private final FlowFiles.Folder folder;
  private final FlowEngine engine;
  private final List<String> languages;
  private final List<Finding> findings = new ArrayList<>();

  FlowChecks(FlowDocument document, FlowFiles.Folder folder) {
    this.document = document;
    this.folder = folder;
    this.engine = folder.engine();
    this.languages = folder.texts().languages().stream().map(Texts.Language::code).toList();
  }

  /** Everything found, in the order of the file. */
  List<Finding> findings() {
    unreachable();
    loops();
    for (Node node : document.flow().nodes().values()) {
      texts(node);
      if (node.router() instanceof Router.Choose choose) {
        wayOut(node, choose);
        choices(node, choose.offer());
      }
    }
    findings.sort(Comparator.comparing(Finding::problem));
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
        languages.forEach(language -> text(node, text, node.id(), language));
      }
    }
    if (node.router() instanceof Router.Choose choose && choose.shorter() != null) {
      Translated shorter = choose.shorter();
      String place = node.id() + "/" + StepsReader.AGAIN;
      languages.forEach(language -> text(node, shorter, place, language));
    }
  }

  private void text(Node node, Translated text, String step, String language) {
    String place = step + "/" + language;
    if (!text.texts().containsKey(language)) {
      String message = "step " + node.id() + " is not translated into " + language;
      found(Rule.MISSING_TRANSLATION, node.id(), message + "; add " + language + ":");
      return;
    }
    if (node.router() instanceof Router.Choose && !text.in(language).names().contains("choices")) {
      found(Rule.CHOICES_NOT_SHOWN, place, "the text does not show its choices; write @choices");
    }
    if (node.waitsFor() == Wait.MESSAGE) {
      folder
          .asksWho(text.in(language).source(), language)
          .ifPresent(
              words ->
                  found(
                      Rule.ASKS_WHO,
                      place,
                      "\"" + words + "\" asks for who somebody is; nobody is asked that"));
    }
    for (String said : engine.previews(document.flow(), node, text, document.sample(language))) {
      Price.tooHigh(said, language, document.flow().budget())
          .ifPresent(message -> found(Rule.TOO_MANY_SEGMENTS, place, message));
    }
  }

  private void wayOut(Node node, Router.Choose choose) {
    if (choose.wayOut() == null) {
      found(
          Rule.NO_WAY_OUT,
          node.id(),
          "who can not answer "
              + node.id()
              + " never gets past it; add \"otherwise\", with a step or end");
    }
  }

  private void choices(Node node, Router.Offer offer) {
    switch (offer) {
      case Router.Offer.Written(Choices written) -> choices(node.id(), written);
      case Router.Offer.Given(String list) -> {
        Choices sampled = document.lists().get(list);
        if (sampled != null) {
          choices(FlowDocument.list(list), sampled);
        }
      }
    }
  }

  private void choices(String owner, Choices choices) {
    new ChoiceChecks(
            folder,
            choices,
            (rule, choice, message) -> found(rule, FlowDocument.choice(owner, choice), message))
        .check();
  }
}
