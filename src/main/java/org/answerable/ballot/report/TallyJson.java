package org.answerable.ballot.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.answerable.ballot.BudgetPoll;
import org.answerable.ballot.CountingMethod;
import org.answerable.ballot.Outcome;
import org.answerable.ballot.Pairs;
import org.answerable.ballot.RankedPoll;
import org.answerable.ballot.Stage;
import org.answerable.ballot.Tally;
import org.answerable.ballot.TieBreak;
import org.answerable.ballot.TieOrder;

/**
 * A tally as JSON. {@code winners} and {@code ranking} hold candidates' numbers or projects' ids;
 * {@code stages} holds the totals as texts, so that no reader rounds them. What else there is
 * depends on the method: {@code pairs}, {@code strengths}, {@code majorities}, {@code purchases}.
 */
public final class TallyJson {
  private TallyJson() {}

  /** Of rankings. */
  public static String of(CountingMethod method, RankedPoll poll, Tally tally) {
    Map<String, Object> json = head(method, poll.title(), tally.outcome(), number -> number);
    json.put("seats", poll.seats());
    json.put(
        "candidates",
        poll.candidates().stream()
            .map(
                candidate ->
                    object(
                        "number", candidate.number(),
                        "name", candidate.name(),
                        "withdrawn", candidate.withdrawn()))
            .toList());
    steps(json, tally, number -> number);
    ties(json, tally.outcome(), poll.ties(), number -> number);
    return Json.text(json);
  }

  /** Of projects. */
  public static String of(CountingMethod method, BudgetPoll poll, Tally.Purchases tally) {
    Function<Integer, Object> id = number -> poll.projects().get(number - 1).id();
    Map<String, Object> json = head(method, poll.title(), tally.outcome(), id);
    json.put("budget", poll.budget().toPlainString());
    steps(json, tally, id);
    ties(json, tally.outcome(), poll.ties(), id);
    return Json.text(json);
  }

  private static Map<String, Object> head(
      CountingMethod method, String title, Outcome outcome, Function<Integer, Object> id) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("method", method.word());
    json.put("title", title);
    json.put("valid", outcome.valid());
    json.put("blank", outcome.blank());
    json.put("winners", ids(outcome.winners(), id));
    json.put("ranking", outcome.ranking().stream().map(level -> ids(level, id)).toList());
    return json;
  }

  private static void steps(Map<String, Object> json, Tally tally, Function<Integer, Object> id) {
    switch (tally) {
      case Tally.Scores(Outcome outcome, Map<Integer, BigDecimal> scores) ->
          json.put("stages", List.of(object("totals", totals(scores))));
      case Tally.Stages stages -> {
        stages.quota().ifPresent(quota -> json.put("quota", quota.toPlainString()));
        json.put("stages", stages.stages().stream().map(TallyJson::stage).toList());
      }
      case Tally.Paths(Outcome outcome, Pairs pairs, Pairs strengths) -> {
        json.put("stages", List.of());
        json.put("pairs", matrix(pairs));
        json.put("strengths", matrix(strengths));
      }
      case Tally.Locked(Outcome outcome, Pairs pairs, List<Tally.Majority> majorities) -> {
        json.put("stages", List.of());
        json.put("pairs", matrix(pairs));
        json.put("majorities", majorities.stream().map(TallyJson::majority).toList());
      }
      case Tally.Purchases purchases -> purchases(json, purchases, id);
    }
  }

  private static Map<String, Object> stage(Stage stage) {
    Map<String, Object> json =
        switch (stage.action()) {
          case Stage.Action.FirstPreferences() -> object("action", "first-preferences");
          case Stage.Action.Surplus(int candidate, BigDecimal surplus, BigDecimal total) ->
              object(
                  "action", "surplus", "candidate", candidate, "surplus", surplus.toPlainString());
          case Stage.Action.Exclusion(int candidate, BigDecimal votes) ->
              object("action", "exclusion", "candidate", candidate);
        };
    json.put("totals", totals(stage.totals()));
    json.put("nonTransferable", stage.nonTransferable().toPlainString());
    json.put("elected", stage.elected());
    return json;
  }

  private static Map<String, Object> majority(Tally.Majority majority) {
    return object(
        "winner", majority.winner(),
        "loser", majority.loser(),
        "votes", majority.votes(),
        "against", majority.against(),
        "locked", majority.locked());
  }

  private static void purchases(
      Map<String, Object> json, Tally.Purchases tally, Function<Integer, Object> id) {
    List<Object> purchases = new ArrayList<>();
    for (Tally.Purchase purchase : tally.purchases()) {
      Map<String, Object> row =
          object("project", id.apply(purchase.project()), "votes", purchase.votes());
      purchase.most().ifPresent(most -> row.put("most", most.toString()));
      purchases.add(row);
    }
    List<Object> refusals = new ArrayList<>();
    for (Tally.Refusal refusal : tally.refusals()) {
      refusals.add(
          object(
              "project", id.apply(refusal.project()),
              "votes", refusal.votes(),
              "reason", word(refusal.reason()),
              "supportersLeft", refusal.supportersLeft().toString()));
    }
    json.put("share", tally.share().toString());
    json.put("stages", List.of());
    json.put("purchases", purchases);
    json.put("refusals", refusals);
  }

  private static void ties(
      Map<String, Object> json, Outcome outcome, TieOrder order, Function<Integer, Object> id) {
    List<Object> ties = new ArrayList<>();
    for (TieBreak tie : outcome.ties()) {
      ties.add(
          object(
              "stage", tie.stage(),
              "question", word(tie.question()),
              "tied", ids(tie.tied(), id),
              "chosen", ids(tie.chosen(), id),
              "reason", word(tie.reason()),
              "earlierStage", tie.earlierStage()));
    }
    json.put("ties", ties);
    json.put("tieOrder", object("source", word(order.source()), "order", ids(order.order(), id)));
  }

  private static Map<String, String> totals(Map<Integer, BigDecimal> votes) {
    Map<String, String> totals = new LinkedHashMap<>();
    new TreeMap<>(votes).forEach((number, total) -> totals.put("" + number, total.toPlainString()));
    return totals;
  }

  private static Map<String, Object> matrix(Pairs pairs) {
    Map<String, Object> rows = new LinkedHashMap<>();
    for (int a : pairs.standing()) {
      Map<String, Object> row = new LinkedHashMap<>();
      pairs.standing().stream()
          .filter(b -> b != a)
          .forEach(b -> row.put("" + b, pairs.prefer(a, b)));
      rows.put("" + a, row);
    }
    return rows;
  }

  private static List<Object> ids(List<Integer> numbers, Function<Integer, Object> id) {
    return numbers.stream().map(id).toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Keys and values in turn. */
  private static Map<String, Object> object(Object... parts) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      object.put((String) parts[i], parts[i + 1]);
    }
    return object;
  }
}
