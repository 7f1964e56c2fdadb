package org.answerable.conversation.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.constituent.PinVerifier;
import org.answerable.feedback.Redaction;
import org.answerable.flow.Keyword;
import org.answerable.flow.SecretWords;
import org.answerable.flow.SecretWords.Place;
import org.answerable.poll.CodeInText;
import org.answerable.responselog.Receipt;

/**
 * PINs and codes that people write otherwise than they were told. None is kept anywhere: with the
 * PIN whoever shares the phone reads the answers, a code ties two feedbacks to one person, and with
 * a printed one whoever reads it votes.
 *
 * <p>What is said never depends on whether a number was the PIN: nobody learns it by asking.
 */
final class SecretTalk {
  private final SecretWords words;

  SecretTalk(SecretWords words) {
    this.words = words;
  }

  /** The numbers within a text that may be receipts, to be looked up. */
  List<String> codes(CleanText text) {
    if (!SecretWords.mayHold(text.words()) || meant(text).isPresent()) {
      return List.of();
    }
    return SecretWords.numbers(text.words(), Receipt.DIGITS).stream()
        .map(Place::digits)
        .distinct()
        .limit(ConversationLimits.RECEIPT_LOOKS_A_TEXT)
        .toList();
  }

  /**
   * What somebody wanted whose text holds nothing but a secret: the word that it has; else a code
   * is asked after, and a PIN opens an answer. Empty: the text says more, or holds no secret.
   */
  Optional<Keyword> meant(CleanText text) {
    if (!SecretWords.mayHold(text.words())) {
      return Optional.empty(); // as most texts, without a look at their words
    }
    return words.only(text.words()).flatMap(SecretTalk::meant);
  }

  private static Optional<Keyword> meant(SecretWords.Only only) {
    int digits = only.digits().length();
    Keyword keyword = only.keyword();
    if (keyword == null) {
      return digits == Receipt.DIGITS
          ? Optional.of(Keyword.STATUS)
          : Optional.of(Keyword.READ).filter(read -> only.named());
    }
    // "hali ya 2019" is how things were that year, and "taarifa ya 2019" that year's report
    boolean secret =
        switch (keyword) {
          case READ, FORGET, STOP -> true;
          case STATUS, WITHDRAW -> digits > PinVerifier.DIGITS;
          case HELP, WORDS, START, SAFE, VOTE, VOTE_OFF, LANG, PRIVACY, DATA ->
              digits == Receipt.DIGITS;
          case CLEAR, QUIET, QUIET_OFF, LOG, PROPOSE, PROPOSALS -> digits == Receipt.DIGITS;
        };
    return Optional.of(keyword).filter(found -> secret || only.named());
  }

  /** The digits of a text that has no word but such as stand beside them: "my pin is 8642". */
  Optional<String> digits(CleanText text) {
    return words
        .only(text.words())
        .filter(only -> only.keyword() == null)
        .map(SecretWords.Only::digits);
  }

  /** The same text, of which no secret is kept. */
  Situation without(Situation situation) {
    String text = situation.text().words();
    List<Place> codes =
        CodeInText.all(text).stream()
            .filter(code -> code.code() != null)
            .map(code -> new Place(code.start(), code.end(), ""))
            .toList();
    if (codes.isEmpty() && !SecretWords.mayHold(text)) {
      return situation;
    }
    List<Place> secrets = new ArrayList<>(words.named(text));
    secrets.addAll(codes);
    secrets.addAll(receipts(situation, SecretWords.numbers(text, Receipt.DIGITS)));
    List<Place> perhaps =
        SecretWords.numbers(text, PinVerifier.DIGITS).stream()
            .filter(place -> secrets.stream().noneMatch(known -> covers(known, place)))
            .toList();
    Set<String> looked = looked(situation, perhaps);
    secrets.addAll(pins(situation, perhaps, looked));
    Talk next =
        looked.isEmpty()
            ? situation.talk()
            : situation.talk().pin(situation.talk().pin().looked(looked.size()));
    return situation.keeping(without(text, secrets), next);
  }

  private static boolean covers(Place outer, Place inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  /** Those that were given out; and those that were too many to be looked up. */
  private static List<Place> receipts(Situation situation, List<Place> numbers) {
    Set<String> looked =
        numbers.stream()
            .map(Place::digits)
            .distinct()
            .limit(ConversationLimits.RECEIPT_LOOKS_A_TEXT)
            .collect(Collectors.toSet());
    return numbers.stream()
        .filter(
            place ->
                !looked.contains(place.digits())
                    || situation.facts().receipts().contains(place.digits()))
        .toList();
  }

  /** The numbers that are compared with the PIN, as many as may be. */
  private static Set<String> looked(Situation situation, List<Place> perhaps) {
    if (situation.person().settings().pin() == null) {
      return Set.of();
    }
    return perhaps.stream()
        .map(Place::digits)
        .distinct()
        .limit(situation.talk().pin().looksLeft())
        .collect(Collectors.toSet());
  }

  /**
   * What is the writer's PIN, or could be: of who has one, what was not compared with it; of who is
   * just asked for one, any four digits. And the digits that confirm FORGET, as long as they count.
   */
  private static List<Place> pins(Situation situation, List<Place> perhaps, Set<String> looked) {
    String verifier = situation.person().settings().pin();
    // each is compared, whichever is found: how long it takes tells nothing
    Set<String> harmless =
        looked.stream()
            .filter(digits -> verifier != null && !PinVerifier.matches(digits, verifier))
            .collect(Collectors.toSet());
    boolean all = verifier != null || situation.talk().pin().asked();
    return perhaps.stream()
        .filter(
            place ->
                all && !harmless.contains(place.digits())
                    || place.digits().equals(situation.talk().forgetting().digits()))
        .toList();
  }

  private static String without(String text, List<Place> secrets) {
    StringBuilder kept = new StringBuilder();
    int at = 0;
    for (Place place : secrets.stream().sorted(Comparator.comparing(Place::start)).toList()) {
      if (place.start() >= at) {
        kept.append(text, at, place.start()).append(Redaction.TAKEN_OUT);
      }
      at = Math.max(at, place.end()); // of two that overlap nothing stays
    }
    return kept.append(text.substring(at)).toString();
  }
}
