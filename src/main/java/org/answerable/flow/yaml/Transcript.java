package org.answerable.flow.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.answerable.flow.Context;
import org.answerable.flow.Event;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Input;
import org.answerable.flow.Session;
import org.answerable.flow.Sprint;

/**
 * Conversations with one flow, written down beside it; a flow's test.
 *
 * <pre>
 * == en: says what it is about
 * &lt; We have it. About? 1 medicine 2 waiting
 * &gt; medicine
 * = topic: medicines
 * = ended: completed
 * </pre>
 *
 * <p>After {@code ==} stand language and title; {@code >} is what a constituent sends, {@code <}
 * what they get ({@code |} goes on with it), {@code =} what comes of it, {@code !} a fault. Lines
 * with {@code #} before the first conversation are comments.
 */
final class Transcript {
  private static final String TITLE = "== ";
  private static final String SENT = "> ";

  /** One conversation: its language, and every line of it. */
  record Talk(String language, List<String> lines) {}

  private final List<String> comments = new ArrayList<>();
  private final List<Talk> talks = new ArrayList<>();

  private Transcript() {}

  static Transcript parse(String text) {
    Transcript transcript = new Transcript();
    for (String line : text.lines().toList()) {
      if (line.startsWith(TITLE)) {
        String language = line.substring(TITLE.length()).split(":", 2)[0].strip();
        transcript.talks.add(new Talk(language, new ArrayList<>(List.of(line))));
      } else if (transcript.talks.isEmpty()) {
        transcript.comments.add(line);
      } else if (!line.isBlank()) {
        transcript.talks.getLast().lines().add(line);
      }
    }
    return transcript;
  }

  List<String> languages() {
    return talks.stream().map(Talk::language).distinct().toList();
  }

  /** The same conversations as the flow has them now; equal text means that nothing changed. */
  String played(FlowEngine engine, FlowDocument document) {
    List<String> lines = new ArrayList<>(comments);
    for (Talk talk : talks) {
      if (!lines.isEmpty() && !lines.getLast().isBlank()) {
        lines.add("");
      }
      lines.addAll(played(engine, document, talk));
    }
    return String.join("\n", lines) + "\n";
  }

  /** The conversations that the flow has otherwise now, each as a diff below its title. */
  List<String> differences(FlowEngine engine, FlowDocument document) {
    List<String> differences = new ArrayList<>();
    for (Talk talk : talks) {
      List<String> now = played(engine, document, talk);
      if (!now.equals(talk.lines())) {
        differences.add(LineDiff.of(talk.lines(), now));
      }
    }
    return differences;
  }

  private static List<String> played(FlowEngine engine, FlowDocument document, Talk talk) {
    List<String> lines = new ArrayList<>(List.of(talk.lines().getFirst()));
    String language = talk.language();
    Sprint sprint = engine.start(document.flow().name(), document.sample(language));
    describe(sprint, lines);
    for (String line : talk.lines()) {
      boolean sent = line.startsWith(SENT) || line.equals(SENT.strip());
      Session session = sprint.session();
      if (!sent || session == null) {
        continue;
      }
      language = language(sprint, language);
      Context context = document.sample(language);
      String text = line.length() > SENT.length() ? line.substring(SENT.length()) : "";
      lines.add(line);
      sprint = engine.resume(session, new Input(text), context);
      describe(sprint, lines);
    }
    return lines;
  }

  private static String language(Sprint sprint, String language) {
    String last = language;
    for (Event event : sprint.events()) {
      if (event instanceof Event.LanguageSet(String set)) {
        last = set;
      }
    }
    return last;
  }

  private static void describe(Sprint sprint, List<String> lines) {
    sprint.events().forEach(event -> lines.add(line(event)));
  }

  /** An event as transcripts show it. */
  static String line(Event event) {
    return switch (event) {
      case Event.Said(String text, List<String> choices) -> "< " + text.replace("\n", "\n| ");
      case Event.ResultSet(String name, String value, String category) ->
          "= " + name + ": " + value + (category.equals(value) ? "" : " (" + category + ")");
      case Event.LanguageSet(String language) -> "= goes on in: " + language;
      case Event.Unmatched() -> "= no answer, the question stays open";
      case Event.GaveUp() -> "= no answer, the question is given up";
      case Event.Faulted(String node, String reason) -> "! " + node + ": " + reason;
      case Event.Ended(Event.Ending ending) ->
          "= ended: " + ending.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
