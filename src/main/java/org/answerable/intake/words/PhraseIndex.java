package org.answerable.intake.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerable.intake.words.Forms.Form;
import org.answerable.intake.words.Phrase.Match;
import org.answerable.intake.words.Phrase.Place;
import org.answerable.intake.words.Phrase.Word;
import org.answerable.intake.words.Piece.Joint;

/**
 * All phrases of one language as a state machine, entered by a phrase's first word: the time that a
 * text takes hardly depends on how many phrases there are. Unchanging once built.
 */
final class PhraseIndex {
  private final Map<String, List<String>> spellings;
  private final Lexicon lexicon;
  private final State root = new State();

  /**
   * @param spellings of a word, the others that people use for it; each of one or more words
   */
  PhraseIndex(
      Map<String, List<String>> spellings, Map<String, String> letters, List<Entry.Phrases> all) {
    this.spellings = spellings;
    this.lexicon = new Lexicon(letters);
    for (Entry.Phrases one : all) {
      one.words().forEach(phrase -> add(phrase, new Ending(one.entry(), false)));
      one.not().forEach(phrase -> add(phrase, new Ending(one.entry(), true)));
    }
  }

  /** That a phrase ends here. */
  private record Ending(Entry entry, boolean cancels) {}

  private static final class State {
    final Map<Integer, List<State>> near = new HashMap<>();
    final Map<Integer, List<State>> afterGap = new HashMap<>();
    final Map<Way, Open> shared = new HashMap<>();
    final List<Ending> endings = new ArrayList<>();
  }

  private record Way(String written, boolean afterGap) {}

  /**
   * A phrase found.
   *
   * @param cancels whether it is one of the entry's {@code not}
   * @param start of its first character
   * @param end behind its last
   */
  record Hit(Entry entry, boolean cancels, int start, int end) {
    boolean overlaps(Hit other) {
      return start < other.end && other.start < end;
    }

    @Override
    public String toString() {
      return "Hit[redacted]";
    }
  }

  /** Where a phrase goes on. A gap before a word that is missing is one before the next. */
  private record Open(State state, boolean afterGap) {}

  private void add(Phrase phrase, Ending ending) {
    List<Open> from = List.of(new Open(root, false));
    for (Place place : phrase.places()) {
      from = after(from, place);
    }
    from.stream()
        .map(Open::state)
        .filter(state -> state != root)
        .forEach(state -> state.endings.add(ending));
  }

  private List<Open> after(List<Open> from, Place place) {
    if (from.size() == 1 && !place.optional()) {
      Open only = from.getFirst();
      // Phrases that begin alike share their way, and a text walks it once.
      return List.of(
          only.state.shared.computeIfAbsent(
              new Way(place.written(), only.afterGap || place.afterGap()),
              way -> new Open(joined(from, place), false)));
    }
    List<Open> reached = new ArrayList<>();
    if (place.optional()) {
      from.forEach(open -> reached.add(new Open(open.state, open.afterGap || place.afterGap())));
    }
    reached.add(new Open(joined(from, place), false));
    return reached;
  }

  private State joined(List<Open> from, Place place) {
    State to = new State();
    for (Open open : from) {
      boolean afterGap = open.afterGap || place.afterGap();
      place.choices().forEach(choice -> connect(open.state, choice, afterGap, to));
    }
    return to;
  }

  private void connect(State from, List<Word> words, boolean afterGap, State to) {
    State state = from;
    for (int at = 0; at < words.size(); at++) {
      State next = at == words.size() - 1 ? to : new State();
      boolean gap = afterGap && at == 0;
      Word word = words.get(at);
      edge(state, word, gap, next);
      if (word.match() == Match.WHOLE) {
        for (String spelling : spellings.getOrDefault(word.text(), List.of())) {
          spell(state, Forms.words(spelling), gap, next);
        }
      }
      state = next;
    }
  }

  private void spell(State from, List<String> words, boolean gap, State to) {
    State state = from;
    for (int at = 0; at < words.size(); at++) {
      State next = at == words.size() - 1 ? to : new State();
      edge(state, new Word(words.get(at), Match.WHOLE), gap && at == 0, next);
      state = next;
    }
  }

  private void edge(State from, Word word, boolean gap, State to) {
    (gap ? from.afterGap : from.near)
        .computeIfAbsent(lexicon.number(word), number -> new ArrayList<>(1))
        .add(to);
  }

  /** Every phrase of the text, each once. */
  Set<Hit> search(List<Piece> pieces) {
    return new Search(pieces).all();
  }

  private record Step(List<Integer> words, int next) {}

  private final class Search {
    private final List<Piece> pieces;
    private final List<List<Step>> steps;
    private final Set<Hit> hits = new LinkedHashSet<>();

    Search(List<Piece> pieces) {
      this.pieces = pieces;
      this.steps = new ArrayList<>(pieces.size());
      for (int at = 0; at < pieces.size(); at++) {
        List<Step> here = new ArrayList<>(2);
        for (Form form : Forms.at(pieces, at)) {
          List<Integer> words = lexicon.look(form.word());
          if (!words.isEmpty()) {
            here.add(new Step(words, form.next()));
          }
        }
        steps.add(here);
      }
    }

    Set<Hit> all() {
      for (int at = 0; at < pieces.size(); at++) {
        follow(root.near, at, at);
      }
      return hits;
    }

    private void walk(State state, int at, int first) {
      for (Ending ending : state.endings) {
        int start = pieces.get(first).start();
        hits.add(new Hit(ending.entry, ending.cancels, start, pieces.get(at - 1).end()));
      }
      follow(state.near, at, first);
      if (!state.afterGap.isEmpty()) {
        followAfterGap(state, at, first);
      }
    }

    private void followAfterGap(State state, int at, int first) {
      int words = 0;
      for (int next = at; next < pieces.size(); next++) {
        Piece piece = pieces.get(next);
        if (piece.joint() == Joint.SENTENCE) {
          return;
        }
        follow(state.afterGap, next, first);
        words += next + 1 < pieces.size() && !pieces.get(next + 1).beginsWord() ? 0 : 1;
        if (words > ListLimits.GAP_WORDS) {
          return;
        }
      }
    }

    private void follow(Map<Integer, List<State>> edges, int at, int first) {
      if (at >= pieces.size() || edges.isEmpty()) {
        return;
      }
      for (Step step : steps.get(at)) {
        for (Integer word : step.words) {
          for (State next : edges.getOrDefault(word, List.of())) {
            walk(next, step.next, first);
          }
        }
      }
    }
  }
}
