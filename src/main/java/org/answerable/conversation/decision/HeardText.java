package org.answerable.conversation.decision;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.answerable.flow.FlowLimits;
import org.answerable.flow.Greetings;
import org.answerable.flow.Keyword;
import org.answerable.flow.Keywords;
import org.answerable.flow.Plain;

/** What a text tells by itself, whatever was said before: a keyword, a receipt, a language. */
final class HeardText {
  /** {@code 4821-9307}, plain, or without its hyphen. */
  private static final Pattern RECEIPT = Pattern.compile("[0-9]{4} ?[0-9]{4}");

  private final Keywords keywords;
  private final Greetings greetings;

  HeardText(Keywords keywords, Greetings greetings) {
    this.keywords = keywords;
    this.greetings = greetings;
  }

  /** The word that works everywhere which a text is; the digits of a receipt ask how far it is. */
  Optional<Keyword.Match> keyword(CleanText text) {
    return keywords
        .match(text.words())
        .filter(match -> !isGreeting(match, text.words()))
        .or(() -> receiptAlone(text.words()));
  }

  /** "Salaam" is no SALAMA misspelt. */
  private boolean isGreeting(Keyword.Match match, String words) {
    return match.keyword() == Keyword.SAFE && greetings.isPolite(words);
  }

  private static Optional<Keyword.Match> receiptAlone(String words) {
    String plain = words.length() > FlowLimits.MATCH_CHARS ? "" : Plain.of(words);
    return RECEIPT.matcher(plain).matches()
        ? Optional.of(
            new Keyword.Match(
                Keyword.STATUS, List.of(plain.replace(" ", "")), Keywords.NO_LANGUAGE))
        : Optional.empty();
  }

  /**
   * The same in the language to which alone its word or greeting belongs. SAFE, and right behind it
   * what is for a focal point alone, is as if SAFE had been sent before.
   */
  Situation in(Situation situation) {
    Optional<Keyword.Match> safe = opensSafely(situation.text());
    String language =
        keyword(situation.text())
            .or(() -> safe)
            .map(Keyword.Match::language)
            .or(() -> keywords.proposed(situation.text().words()).map(Keywords.Proposed::language))
            .orElseGet(() -> greetings.language(situation.text().words()));
    Situation spoken = situation.hearing(language);
    return safe.isPresent()
        ? spoken.keeping(spoken.text().kept(), spoken.talk().nextIsSafe())
        : spoken;
  }

  private Optional<Keyword.Match> opensSafely(CleanText text) {
    String first = text.words().strip().split("\\s+", 2)[0];
    return keywords
        .opening(text.words())
        .filter(match -> match.keyword() == Keyword.SAFE && !isGreeting(match, first));
  }
}
