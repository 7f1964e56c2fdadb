package org.answerable.responselog.web;

import java.util.List;
import java.util.Map;
import org.answerable.organisation.Kind;
import org.answerable.responselog.PollJson;
import org.answerable.responselog.Proposals;
import org.answerable.responselog.Proposals.Placing;
import org.answerable.responselog.PublicFeedback;

/**
 * What a vote did with a proposal, in the words of a page.
 *
 * @param reason why it was left out; empty: it was not
 */
public record PlacingView(String href, String text, String reason) {
  static List<PlacingView> of(PublicFeedback feedback, Proposals proposals, Reader reader) {
    return feedback.kind() == Kind.PROPOSAL
        ? proposals.placings(reader.organisation().id(), feedback.reference()).stream()
            .map(one -> of(one, reader))
            .toList()
        : List.of();
  }

  private static PlacingView of(Placing one, Reader reader) {
    String key =
        one.cancelled() ? "placed.cancelled" : one.option() == null ? "placed.out" : "placed.on";
    String text = reader.texts().get(key, reader.day(one.opens()), reader.day(one.closes()));
    return new PlacingView(
        reader.link("/polls/" + one.poll()), text, one.option() == null ? reason(one, reader) : "");
  }

  private static String reason(Placing one, Reader reader) {
    String json = one.reason();
    if (json == null) {
      return reader.texts().get("poll.removed");
    }
    Map<String, String> said = PollJson.readWords(json);
    return said.getOrDefault(
        reader.texts().language(), said.getOrDefault(reader.organisation().defaultLanguage(), ""));
  }
}
