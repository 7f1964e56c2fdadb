package org.answerable.poll.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.poll.Reason;
import org.answerable.poll.Told;

/** "Why did it lose?", in a sentence or two of the reader's language. */
record ReasonWords(PollView poll) {
  String of(Reason reason) {
    return switch (reason.why()) {
      case TIE -> text("tie", poll.names(reason.others()));
      case FEWER -> fewer(reason);
      case EXCLUDED -> excluded(reason);
      case UNSEATED -> unseated(reason);
      case BEATEN -> beaten(reason);
      case WAY -> way(reason);
      case ABOVE_BUDGET -> text("above-budget");
      case NO_VOTES -> text("no-votes");
      case SHORT -> unpaid(reason);
      case UNTOLD -> text("untold");
    };
  }

  private String fewer(Reason reason) {
    String last = poll.name(reason.others().getFirst());
    return isTold(reason, 0, 1)
        ? text("fewer", number(reason, 0), last, number(reason, 1))
        : text("fewer.untold", last);
  }

  private String excluded(Reason reason) {
    String round = reason.numbers().getFirst();
    if (!isTold(reason, 1)) {
      return text("excluded.untold", round);
    }
    String out = text("excluded", round, number(reason, 1));
    return reason.others().isEmpty()
        ? out
        : out + " " + text("excluded.next", poll.names(reason.others()), number(reason, 2));
  }

  private String unseated(Reason reason) {
    if (!isTold(reason, 0)) {
      return text("unseated.untold");
    }
    String had = text("unseated", number(reason, 0));
    return reason.numbers().size() == 1
        ? had
        : had + " " + text("unseated.quota", number(reason, 1));
  }

  private String beaten(Reason reason) {
    String winner = poll.name(reason.others().getFirst());
    return isTold(reason, 1)
        ? text("beaten", number(reason, 0), winner, number(reason, 1))
        : text("beaten.steps", number(reason, 0), winner);
  }

  private String way(Reason reason) {
    List<Integer> way = reason.others();
    String steps =
        IntStream.range(1, way.size())
            .mapToObj(
                place ->
                    text(
                        "way.step",
                        poll.name(way.get(place - 1)),
                        poll.name(way.get(place)),
                        number(reason, place - 1)))
            .collect(Collectors.joining("; "));
    return text("way", poll.name(way.getFirst()), steps);
  }

  private String unpaid(Reason reason) {
    String cost =
        Objects.requireNonNull(
                poll.terms().options().get(reason.option() - 1).cost(), "an option without a cost")
            .toPlainString();
    return isTold(reason, 1)
        ? text("short", number(reason, 0), number(reason, 1), cost)
        : text("short.steps", number(reason, 0), cost);
  }

  private static boolean isTold(Reason reason, int... places) {
    return IntStream.of(places)
        .mapToObj(reason.numbers()::get)
        .noneMatch(number -> Told.of(number).kind() == Told.Kind.NOTHING);
  }

  private String number(Reason reason, int place) {
    return ToldWords.of(Told.of(reason.numbers().get(place)), poll.reader().texts());
  }

  private String text(String key, Object... values) {
    return poll.text("poll.why." + key, values);
  }
}
