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
import org.jspecify.annotations.Nullable;

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
