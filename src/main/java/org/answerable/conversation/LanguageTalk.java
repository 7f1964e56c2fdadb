package org.answerable.conversation;

import java.util.List;
import java.util.Optional;
import org.answerable.channel.Reply;
import org.answerable.constituent.Settings;
import org.answerable.flow.Event;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Input;
import org.answerable.flow.Session;
import org.answerable.flow.SessionCodec;
import org.answerable.flow.Sprint;

/** Choosing a language: {@code flows/language.yaml}. */
final class LanguageTalk {
  static final String FLOW = "language";
  private final FlowEngine engine;
  private final Phrases phrases;

  LanguageTalk(FlowEngine engine, Phrases phrases) {
    this.engine = engine;
    this.phrases = phrases;
  }

  /** LANG alone shows the menu; with a number it chooses at once. */
  Decision asked(Situation situation, String digits) {
    Sprint menu = engine.start(FLOW, phrases.context(situation));
    Session session = menu.session();
    if (!digits.isEmpty() && session != null) {
      Optional<Decision> chosen = resume(situation, session, digits);
      if (chosen.isPresent()) {
        return chosen.get();
      }
    }
    Talk talk = situation.talk();
    Talk next = talk.with(talk.open(), session == null ? null : SessionCodec.encode(session));
    return situation.decide(
        Spoken.of(menu.events()),
        next,
        situation.person().settings(),
        situation.person().stopped(),
        List.of());
  }

  /** The answer to the menu; empty: nothing was asked, or it is none. */
  Optional<Decision> answered(Situation situation) {
    byte[] asked = situation.talk().asked();
    if (asked == null) {
      return Optional.empty();
    }
    Session session = SessionCodec.decode(asked);
    return session.flow().equals(FLOW)
        ? resume(situation, session, situation.text().words())
        : Optional.empty();
  }

  private Optional<Decision> resume(Situation situation, Session session, String words) {
    Sprint sprint = engine.resume(session, new Input(words), phrases.context(situation));
    Settings settings = situation.person().settings();
    for (Event event : sprint.events()) {
      if (event instanceof Event.LanguageSet(String language)) {
        settings = settings.withLanguage(language);
      } else if (event instanceof Event.Unmatched) {
        return Optional.empty();
      }
    }
    Reply reply = Spoken.of(sprint.events());
    Talk next = situation.talk().with(situation.talk().open(), null);
    boolean stopped = situation.person().stopped();
    return Optional.of(situation.decide(reply, next, settings, stopped, List.of()));
  }
}
