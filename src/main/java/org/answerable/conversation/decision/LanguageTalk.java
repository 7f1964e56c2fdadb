package org.answerable.conversation.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.channel.Reply;
import org.answerable.constituent.Settings;
import org.answerable.flow.Event;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.FlowLimits;
import org.answerable.flow.Input;
import org.answerable.flow.Keyword;
import org.answerable.flow.Keywords;
import org.answerable.flow.Plain;
import org.answerable.flow.Session;
import org.answerable.flow.SessionCodec;
import org.answerable.flow.Sprint;
import org.answerable.flow.Texts;
import org.jspecify.annotations.Nullable;

/** Choosing a language: {@code flows/language.yaml}. */
final class LanguageTalk {
  static final String FLOW = "language";
  private final FlowEngine engine;
  private final Phrases phrases;
  private final Keywords keywords;

  /** Of all languages, plain. */
  private final Set<String> names;

  LanguageTalk(Flows flows, Phrases phrases) {
    this.engine = flows.engine();
    this.keywords = flows.keywords();
    List<Texts.Language> languages = flows.texts().languages();
    this.names =
        languages.stream()
            .flatMap(language -> LanguageNames.of(language, languages).stream())
            .map(Plain::of)
            .collect(Collectors.toSet());
    this.phrases = phrases;
  }

  /** {@code LANG francais}: the word, and behind it nothing but a language's name or code. */
  Optional<Keyword.Match> named(String words) {
    String plain = words.length() > FlowLimits.MATCH_CHARS ? "" : Plain.of(words);
    int gap = plain.indexOf(' ');
    String name = plain.substring(gap + 1);
    return gap < 0 || !names.contains(name)
        ? Optional.empty()
        : keywords
            .match(plain.substring(0, gap))
            .filter(match -> match.keyword() == Keyword.LANG)
            .map(match -> new Keyword.Match(Keyword.LANG, List.of(name), match.language()));
  }

  /** LANG alone shows the menu; with a number, a name or a code it chooses at once. */
  Decision asked(Situation situation, String choice) {
    Sprint menu = engine.start(FLOW, phrases.context(situation));
    Session session = menu.session();
    if (!choice.isEmpty() && session != null) {
      Optional<Decision> chosen = resume(situation, session, choice);
      if (chosen.isPresent()) {
        return chosen.get();
      }
    }
    Talk talk = situation.talk();
    Talk next =
        session == null ? talk : talk.askingFirst(SessionCodec.encode(session), waiting(talk));
    return situation.decide(
        Spoken.of(menu.events()),
        next,
        situation.person().settings(),
        situation.person().stopped(),
        List.of());
  }

  /** The answer to the menu; empty: nothing was asked, or it is none. */
  Optional<Decision> answered(Situation situation) {
    Session menu = menu(situation.talk());
    return menu == null ? Optional.empty() : resume(situation, menu, situation.text().words());
  }

  /** The menu, where it was asked last. */
  private static @Nullable Session menu(Talk talk) {
    byte[] asked = talk.asked();
    Session session = asked == null ? null : SessionCodec.decode(asked);
    return session != null && session.flow().equals(FLOW) ? session : null;
  }

  /** The question that the menu pushes aside, if one is open: its answer must still count. */
  private static byte @Nullable [] waiting(Talk talk) {
    return menu(talk) != null ? talk.behind() : talk.asked();
  }

  private Optional<Decision> resume(Situation situation, Session session, String words) {
    Sprint sprint = engine.resume(session, new Input(words), phrases.context(situation));
    if (!Spoken.answers(sprint.events())) {
      return Optional.empty();
    }
    Settings settings = situation.person().settings();
    for (Event event : sprint.events()) {
      if (event instanceof Event.LanguageSet(String language)) {
        settings = settings.choosing(language);
      }
    }
    Reply reply = Spoken.of(sprint.events());
    Talk next = situation.talk().backTo(waiting(situation.talk()));
    boolean stopped = situation.person().stopped();
    return Optional.of(situation.decide(reply, next, settings, stopped, List.of()));
  }
}
