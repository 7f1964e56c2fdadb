package org.answerable.conversation.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.flow.Plain;
import org.answerable.flow.Texts;
import org.answerable.flow.yaml.FlowFiles;
import org.answerable.organisation.Organisation;
import org.answerable.poll.BallotLine;
import org.answerable.poll.Form;
import org.answerable.poll.PollLimits;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.Receipt;

/** A poll in the words of a phone. */
public final class PollPhrases {
  private final FlowFiles.Folder folder;
  private final Texts texts;

  PollPhrases(FlowFiles.Folder folder) {
    this.folder = folder;
    this.texts = folder.texts();
  }

  /** The text that asks: question, options, how to answer, the last day. */
  public String asked(Organisation home, PollTerms terms, String language) {
    Map<String, String> values =
        Map.of(
            "question", in(terms.question(), home, language),
            "options", choices(home, terms, language),
            "most", String.valueOf(PollLimits.POINTS),
            "date", texts.day(terms.closes(), language),
            "example", Form.of(terms.form()).example(terms.options().size()));
    return texts.say(key(terms), language, values);
  }

  private static String key(PollTerms terms) {
    if (terms.eligible() instanceof Eligible.Codes) {
      return Form.of(terms.form()) == Form.ORDER ? "poll-code-order" : "poll-code";
    }
    return "poll-" + terms.form();
  }

  /** The same for whoever wants no words on their phone. */
  public String notice(String language) {
    return texts.say("poll-notice", language, Map.of());
  }

  /** The text that reminds once, before the last day. */
  public String reminder(Organisation home, PollTerms terms, String language) {
    Map<String, String> values =
        Map.of(
            "question", in(terms.question(), home, language),
            "date", texts.day(terms.closes(), language));
    return texts.say("poll-reminder", language, values);
  }

  /** The text that says a vote back which names every option. */
  public String readBack(Organisation home, PollTerms terms, String language) {
    Form form = Form.of(terms.form());
    int named = form == Form.ONE ? 1 : terms.options().size();
    List<Integer> all = IntStream.rangeClosed(1, named).boxed().toList();
    Map<Integer, Integer> points = new HashMap<>();
    all.forEach(option -> points.put(option, 1));
    String line =
        form == Form.POINTS
            ? BallotLine.ofPoints(points)
            : BallotLine.ofRanks(all.stream().map(List::of).toList());
    Map<String, String> values =
        Map.of(
            "vote", vote(home, terms, line, language),
            "code", Receipt.shown("0".repeat(Receipt.DIGITS)),
            "date", texts.day(terms.closes(), language));
    return texts.say("ballot-read", language, values);
  }

  /** Whether an option can't be called so, for it means something else wherever it is sent. */
  public boolean isReserved(String words) {
    return folder.isReserved(words) || folder.ballots().numbers().containsKey(Plain.of(words));
  }

  /** The words of a question by which it asks for who somebody is; empty: it does not. */
  public Optional<String> asksWho(String question, String language) {
    return folder.asksWho(question, language);
  }

  /** What the options are called, by their places. */
  List<String> labels(Organisation home, PollTerms terms, String language) {
    return terms.options().stream().map(option -> in(option.labels(), home, language)).toList();
  }

  String question(Organisation home, PollTerms terms, String language) {
    return in(terms.question(), home, language);
  }

  /**
   * A vote said back: "closed room, then open Saturday = travel refund".
   *
   * @param line as {@link BallotLine} writes it
   */
  String vote(Organisation home, PollTerms terms, String line, String language) {
    List<String> labels = labels(home, terms, language);
    if (BallotLine.isPoints(line)) {
      return BallotLine.points(line).entrySet().stream()
          .map(one -> labels.get(one.getKey() - 1) + " " + one.getValue())
          .collect(Collectors.joining(", "));
    }
    List<List<Integer>> ranks = BallotLine.ranks(line);
    String between = Form.of(terms.form()) == Form.ORDER ? " = " : ", ";
    List<String> said = new ArrayList<>();
    for (List<Integer> rank : ranks) {
      said.add(
          rank.stream().map(number -> labels.get(number - 1)).collect(Collectors.joining(between)));
    }
    String all = said.getLast();
    for (String better : said.reversed().subList(1, said.size())) {
      all = texts.say("ballot-then", language, Map.of("first", better, "next", all));
    }
    return all;
  }

  private String choices(Organisation home, PollTerms terms, String language) {
    List<String> labels = labels(home, terms, language);
    return IntStream.range(0, labels.size())
        .mapToObj(place -> (place + 1) + " " + labels.get(place) + cost(terms, place))
        .collect(Collectors.joining(" "));
  }

  private static String cost(PollTerms terms, int place) {
    var cost = terms.options().get(place).cost();
    return cost == null ? "" : " (" + cost.toPlainString() + ")";
  }

  /** A language that the poll was not asked in gets the organisation's first. */
  private static String in(Map<String, String> words, Organisation home, String language) {
    String own = words.get(language);
    return own != null
        ? own
        : words.getOrDefault(home.defaultLanguage(), words.values().iterator().next());
  }
}
