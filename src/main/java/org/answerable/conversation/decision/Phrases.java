package org.answerable.conversation.decision;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerable.channel.Reply;
import org.answerable.flow.Choice;
import org.answerable.flow.Choices;
import org.answerable.flow.Context;
import org.answerable.flow.Texts;
import org.answerable.organisation.Hotline;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.responselog.Receipt;
import org.jspecify.annotations.Nullable;

/** What is said, with an organisation's own words and numbers in place. */
public final class Phrases {
  private static final Set<String> DAYS = Set.of("date", "day");
  private final Texts texts;
  private final URI publicUrl;
  private final Map<String, Map<String, Choices>> lists = new HashMap<>();

  public Phrases(Texts texts, URI publicUrl, Organisations organisations) {
    this.texts = texts;
    this.publicUrl = publicUrl;
    organisations.all().forEach(home -> lists.put(home.id(), listsOf(home)));
  }

  /** A text that names nothing of its own. */
  public Reply say(Situation situation, String key) {
    return Reply.of(texts.say(key, situation.language(), values(situation.home(), situation)));
  }

  /** A text that names a day. */
  Reply say(Situation situation, String key, @Nullable LocalDate day) {
    String language = situation.language();
    return Reply.of(texts.say(key, language, values(situation, language, null, day)));
  }

  /** A text that names a moment, to the minute: whoever waits until it has waited enough. */
  Reply say(Situation situation, String key, Instant exact) {
    Organisation home = situation.home();
    Instant moment = wholeMinute(exact);
    return sayWith(
        situation,
        key,
        Map.of(
            "day", texts.day(home.day(moment), situation.language()), "time", time(home, moment)));
  }

  /** A text about a receipt. */
  Reply say(Situation situation, String key, String receipt, @Nullable LocalDate day) {
    String language = situation.language();
    return Reply.of(texts.say(key, language, values(situation, language, receipt, day)));
  }

  /** A text that shows the digits by which something is confirmed. */
  Reply sayDigits(Situation situation, String key, String digits) {
    return sayWith(situation, key, Map.of("digits", digits));
  }

  /** How far the public log is today. */
  Reply log(Situation situation, long size, String digits) {
    String day = texts.day(situation.today(), situation.language());
    return sayWith(
        situation, "log", Map.of("day", day, "size", Long.toString(size), "seal", digits));
  }

  /** An answer's words, behind their receipt. */
  Reply answer(Situation situation, String receipt, String words) {
    return sayWith(situation, "read", Map.of("code", Receipt.shown(receipt), "answer", words));
  }

  /** A text with values of its own. */
  Reply sayWith(Situation situation, String key, Map<String, String> own) {
    Map<String, String> values = values(situation.home(), situation);
    values.putAll(own);
    return Reply.of(texts.say(key, situation.language(), values));
  }

  /** A day as it stands in a text. */
  String day(LocalDate day, String language) {
    return texts.day(day, language);
  }

  /** What a flow knows of the world around it, about a feedback. */
  Context context(Situation situation, String receipt, LocalDate due) {
    String language = situation.language();
    return new Context(language, values(situation, language, receipt, due), lists(situation));
  }

  /** The same where no feedback is open. */
  Context context(Situation situation) {
    return new Context(situation.language(), values(situation.home(), situation), lists(situation));
  }

  /** What a text of ours knows that goes out about a feedback; a day is written as ISO 8601. */
  public Context about(
      Organisation home, String language, String receipt, Map<String, String> own) {
    Map<String, String> values = ownWords(home, language);
    values.put("code", Receipt.shown(receipt));
    own.forEach(
        (name, value) ->
            values.put(
                name, DAYS.contains(name) ? texts.day(LocalDate.parse(value), language) : value));
    return new Context(language, values, lists.getOrDefault(home.id(), Map.of()));
  }

  private Map<String, Choices> lists(Situation situation) {
    return lists.getOrDefault(situation.home().id(), Map.of());
  }

  private Map<String, String> values(
      Situation situation, String language, @Nullable String receipt, @Nullable LocalDate day) {
    Map<String, String> values = values(situation.home(), situation);
    if (receipt != null) {
      values.put("code", Receipt.shown(receipt));
    }
    if (day != null) {
      values.put("date", texts.day(day, language));
      values.put("day", texts.day(day, language));
    }
    return values;
  }

  private Map<String, String> values(Organisation home, Situation situation) {
    Map<String, String> values = ownWords(home, situation.language());
    var until = situation.talk().pace().sentSince().plus(ConversationLimits.RATE_WINDOW);
    values.put("time", time(home, wholeMinute(until)));
    return values;
  }

  /** The next one, unless it is one: the minute that a moment lies in has begun already. */
  private static Instant wholeMinute(Instant moment) {
    Instant begun = moment.truncatedTo(ChronoUnit.MINUTES);
    return begun.equals(moment) ? moment : begun.plus(1, ChronoUnit.MINUTES);
  }

  private static String time(Organisation home, Instant moment) {
    return String.format(Locale.ROOT, "%tR", moment.atZone(home.timeZone()));
  }

  /** What texts say of an organisation itself. */
  private Map<String, String> ownWords(Organisation home, String language) {
    var values = new HashMap<String, String>();
    values.put("org", home.name());
    values.put("url", address() + "/" + home.id());
    hotline(home, home.desk(), language).ifPresent(desk -> values.put("desk", desk.number()));
    hotline(home, home.focal(), language).ifPresent(focal -> values.put("focal", focal.number()));
    hotline(home, home.crisis(), language)
        .ifPresent(
            crisis -> {
              values.put("crisis", crisis.number());
              values.put("hours", crisis.hours());
            });
    return values;
  }

  /** A world as the organisation makes it, and for the rest of the samples. */
  public Context sample(Organisation home, String language) {
    var values = new HashMap<>(texts.samples().getOrDefault(language, Map.of()));
    values.putAll(ownWords(home, language));
    return new Context(language, values, lists.getOrDefault(home.id(), Map.of()));
  }

  private static Optional<Hotline> hotline(
      Organisation home, Map<String, Hotline> hotlines, String language) {
    return Optional.ofNullable(hotlines.get(language))
        .or(() -> Optional.ofNullable(hotlines.get(home.defaultLanguage())));
  }

  /** Without the scheme, which costs signs and tells nobody anything. */
  private String address() {
    String host = publicUrl.getHost();
    return publicUrl.getPort() < 0 ? host : host + ":" + publicUrl.getPort();
  }

  private Map<String, Choices> listsOf(Organisation home) {
    var topics =
        home.menu().stream()
            .map(topic -> new Choice(topic.id(), requireNonNull(topic.menu()).texts()))
            .toList();
    var languages =
        texts.languages().stream()
            .filter(language -> home.languages().contains(language.code()))
            .map(
                language ->
                    new Choice(
                        language.code(),
                        Map.of("en", language.name()),
                        LanguageNames.of(language, texts.languages())))
            .toList();
    return Map.of("topics", Choices.of(topics), "languages", Choices.of(languages));
  }
}
