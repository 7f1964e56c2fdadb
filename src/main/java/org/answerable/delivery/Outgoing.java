package org.answerable.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A response on its way to the person who asked.
 *
 * @param number of the feedback's step: a person gets a feedback's responses in this order
 * @param response its id; one response is handed to delivery once
 * @param text what the person gets, without the receipt: delivery puts {@code 4821-9307: } before
 *     it, unless it is told not to
 * @param due not before this moment
 * @param receipt false: nothing stands before the text, which then can't be told from a friend's
 * @param once its words are never sent a second time but by a person who decided so: what accuses
 *     or endangers somebody is worse twice than late
 * @param question the text asks something back: delivery writes around it what belongs there, and
 *     what the person writes next is about it
 * @param phrase a text of ours, of which {@code text} is what stands in it; null: the text is what
 *     somebody wrote
 */
public record Outgoing(
    String organisation,
    UUID feedback,
    int number,
    UUID response,
    String text,
    Instant due,
    boolean receipt,
    boolean once,
    boolean question,
    @Nullable Phrase phrase) {
  private static final String BETWEEN = "\n";

  /** What somebody wrote. */
  public Outgoing(
      String organisation,
      UUID feedback,
      int number,
      UUID response,
      String text,
      Instant due,
      boolean receipt,
      boolean once) {
    this(organisation, feedback, number, response, text, due, receipt, once, false, null);
  }

  /** A text of ours, about the step of that number. */
  public static Outgoing of(
      Phrase phrase,
      String organisation,
      UUID feedback,
      int number,
      UUID id,
      Map<String, String> values,
      Instant due,
      boolean once) {
    String text =
        values.entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue().replace(BETWEEN, " "))
            .sorted()
            .collect(Collectors.joining(BETWEEN));
    return new Outgoing(organisation, feedback, number, id, text, due, true, once, false, phrase);
  }

  /** What stands in a text of ours. */
  static Map<String, String> values(String text) {
    return text.lines()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  @Override
  public String toString() {
    return "Outgoing[" + organisation + ", redacted]";
  }
}
