package org.answerable.flow.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.answerable.flow.Event;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Texts;
import org.jspecify.annotations.Nullable;

/** Plays the transcripts of a folder. */
public final class FlowTests {
  /** What a flow's transcript is called after the flow's name. */
  public static final String ENDING = ".transcript.txt";

  /**
   * One flow's outcome.
   *
   * @param file its transcript
   * @param failures what is wrong, ready to print; empty: nothing
   * @param played the transcript as the flow speaks now; empty if there is none to play
   */
  public record Outcome(String file, List<String> failures, String played) {
    public Outcome {
      failures = List.copyOf(failures);
    }

    public boolean passed() {
      return failures.isEmpty();
    }
  }

  private FlowTests() {}

  /**
   * Plays each flow against its transcript.
   *
   * @param transcripts the text of each transcript by its file's name
   */
  public static List<Outcome> play(FlowFiles.Folder folder, Map<String, String> transcripts) {
    FlowEngine engine = folder.engine();
    List<Outcome> outcomes = new ArrayList<>();
    Set<String> unplayed = new TreeSet<>(transcripts.keySet());
    for (FlowDocument document : folder.documents()) {
      String file = document.flow().name() + ENDING;
      outcomes.add(outcome(folder, engine, document, file, transcripts.get(file)));
      unplayed.remove(file);
    }
    unplayed.forEach(file -> outcomes.add(withoutFlow(file)));
    return outcomes;
  }

  /** It would test nothing, and nobody would notice. */
  private static Outcome withoutFlow(String file) {
    String flow = file.substring(0, file.length() - ENDING.length());
    String orphan = file + ": there is no flow " + flow + "; rename the transcript or remove it";
    return new Outcome(file, List.of(orphan), "");
  }

  private static Outcome outcome(
      FlowFiles.Folder folder,
      FlowEngine engine,
      FlowDocument document,
      String file,
      @Nullable String text) {
    if (text == null) {
      String missing = file + ": there is none; write a conversation in every language";
      return new Outcome(file, List.of(missing), "");
    }
    Transcript transcript = Transcript.parse(text);
    List<String> failures = new ArrayList<>();
    for (Texts.Language language : folder.texts().languages()) {
      if (!transcript.languages().contains(language.code())) {
        failures.add(file + ": no conversation in " + language.code() + "; add one");
      }
    }
    List<String> differences = transcript.differences(engine, document);
    differences.forEach(
        difference -> failures.add(file + ": the flow speaks otherwise\n" + difference));
    String played = transcript.played(engine, document);
    if (differences.isEmpty() && !played.equals(text)) {
      failures.add(file + ": only blank lines differ; write it anew with --update");
    }
    return new Outcome(file, failures, played);
  }

  /** An event as transcripts and the terminal show it. */
  public static String line(Event event) {
    return Transcript.line(event);
  }
}
