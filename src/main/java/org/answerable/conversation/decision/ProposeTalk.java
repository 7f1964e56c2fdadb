package org.answerable.conversation.decision;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerable.channel.Reply;
import org.answerable.conversation.decision.Taken.Begun;
import org.answerable.conversation.decision.Talk.OpenFeedback;
import org.answerable.effect.Effect;
import org.answerable.flow.Keywords;
import org.answerable.flow.Session;
import org.answerable.flow.SessionCodec;
import org.answerable.intake.words.Found;
import org.answerable.platform.sms.Segments;
import org.answerable.responselog.Proposals.Proposal;
import org.answerable.responselog.PublicText;
import org.answerable.responselog.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Members put something up for a vote. It is a feedback like any other, but everybody may read it,
 * which they are told: the word itself is their consent, and WITHDRAW takes it back. Nothing is
 * asked after it, and what they write next is no part of it.
 */
final class ProposeTalk {
  private static final String FLOW = "propose";
  private final Keywords keywords;
  private final Phrases phrases;
  private final Taken taken;

  ProposeTalk(Keywords keywords, Phrases phrases, Taken taken) {
    this.keywords = keywords;
    this.phrases = phrases;
    this.taken = taken;
  }

  /** PROPOSE alone: what they write next is it. */
  Decision asked(Situation situation) {
    Talk talk = situation.talk();
    byte[] waiting = isAsked(talk) ? talk.behind() : talk.asked();
    byte[] question = SessionCodec.encode(new Session(FLOW, "what", List.of()));
    return situation.decide(
        phrases.say(situation, "propose-how"), talk.askingFirst(question, waiting), List.of());
  }

  /** PROPOSALS: what can be supported, as many as a text has room for. */
  Decision list(Situation situation) {
    List<Proposal> open = situation.facts().proposals();
    if (open.isEmpty()) {
      return situation.say(phrases.say(situation, "proposals-none"));
    }
    int most = Math.min(open.size(), ConversationLimits.PROPOSALS);
    return situation.say(listed(situation, open.subList(0, most)));
  }

  /** A sign that phones have no room for doubles what the text costs: then they are fewer. */
  private Reply listed(Situation situation, List<Proposal> open) {
    String lines = open.stream().map(ProposeTalk::line).collect(Collectors.joining("; "));
    Reply reply = phrases.sayWith(situation, "proposals", Map.of("proposals", lines));
    boolean fits = Segments.of(reply.texts().getFirst().body()).segments() == 1;
    return fits || open.size() == 1 ? reply : listed(situation, open.subList(0, open.size() - 1));
  }

  private static String line(Proposal one) {
    PublicText words = one.words();
    return one.reference() + (words == null ? "" : " " + shortened(words.line()));
  }

  private static String shortened(String words) {
    int most = ConversationLimits.PROPOSAL_CHARS;
    if (words.codePointCount(0, words.length()) <= most) {
      return words;
    }
    String cut = words.substring(0, words.offsetByCodePoints(0, most - 2));
    int space = cut.lastIndexOf(' ');
    return (space > 0 ? cut.substring(0, space) : cut) + "..";
  }

  /** Whether a text puts something up for a vote. */
  boolean isProposal(Situation situation) {
    return isNamed(situation) || isAsked(situation.talk());
  }

  /** Whether it says so itself. */
  boolean isNamed(Situation situation) {
    return keywords.proposed(situation.text().words()).isPresent();
  }

  /** As it was before PROPOSE asked for words. */
  static Talk unasked(Talk talk) {
    return isAsked(talk) ? talk.backTo(talk.behind()) : talk;
  }

  /** Takes it in. */
  Decision wrote(Situation spoken, Found found) {
    String words =
        keywords
            .proposed(spoken.text().kept())
            .map(Keywords.Proposed::words)
            .orElse(spoken.text().kept());
    Talk talk = unasked(spoken.talk());
    Situation situation = spoken.keeping(words, talk);
    if (talk.hasEnoughBegun()) {
      return asFeedback(situation, found, talk.latest(), "propose-later");
    }
    if (situation.text().cut()) {
      return asFeedback(situation, found, null, "propose-long");
    }
    Begun begun = taken.proposed(situation, found);
    return situation.decide(said(situation, begun.open()), talk.proposes(), begun.effects());
  }

  private Reply said(Situation situation, OpenFeedback open) {
    return phrases.sayWith(
        situation,
        "proposed",
        Map.of(
            "code", Receipt.shown(open.receipt()),
            "date", phrases.day(open.due(), situation.language()),
            "ref", open.reference()));
  }

  /**
   * Nothing is lost: it is told to leaders, and can be proposed again.
   *
   * @param open what it is added to; null: it begins
   */
  private Decision asFeedback(
      Situation situation, Found found, @Nullable OpenFeedback open, String key) {
    Talk talk = situation.talk();
    if (open == null) {
      Begun begun = taken.given(situation, found);
      Talk next = talk.begins(begun.open(), null);
      return situation.decide(said(situation, begun.open(), key), next, begun.effects());
    }
    List<Effect> effects = taken.added(situation, found, open);
    return situation.decide(said(situation, open, key), talk.with(open.next(), null), effects);
  }

  private Reply said(Situation situation, OpenFeedback open, String key) {
    return phrases.say(situation, key, open.receipt(), null);
  }

  private static boolean isAsked(Talk talk) {
    byte[] asked = talk.asked();
    return asked != null && SessionCodec.decode(asked).flow().equals(FLOW);
  }
}
