package org.answerable.feedback;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.answerable.feedback.Feedbacks.Filter;
import org.answerable.intake.Released;
import org.answerable.intake.Source;
import org.answerable.intake.Unread;
import org.answerable.intake.UnsortedFeedback;
import org.answerable.leader.Leader;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Topic;
import org.answerable.platform.keys.Sealer;
import org.springframework.stereotype.Component;

/** What the inbox has and nobody sorted, for the readers' room: by the inbox's own rules. */
@Component
public final class ReleasedUnsorted implements UnsortedFeedback {
  private final Organisations organisations;
  private final Feedbacks feedbacks;
  private final Sealer sealer;
  private final InstantSource clock;

  public ReleasedUnsorted(
      Organisations organisations, Feedbacks feedbacks, Sealer sealer, InstantSource clock) {
    this.organisations = organisations;
    this.feedbacks = feedbacks;
    this.sealer = sealer;
    this.clock = clock;
  }

  @Override
  public List<Unread> of(Leader reader, int limit) {
    Organisation organisation = organisations.get(reader.organisation());
    LocalDate today = organisation.day(clock.instant());
    var unsorted = new Filter(false, Topic.UNSORTED, null);
    return feedbacks.list(Scopes.of(organisation, reader), unsorted, today, limit, 0).stream()
        .map(ReleasedUnsorted::unread)
        .toList();
  }

  @Override
  public Map<UUID, List<Unread.Text>> texts(String organisation, Collection<UUID> feedbacks) {
    var texts = new HashMap<UUID, List<Unread.Text>>();
    this.feedbacks
        .parts(organisation, feedbacks)
        .forEach(
            (feedback, parts) ->
                texts.put(feedback, parts.stream().map(part -> text(organisation, part)).toList()));
    return texts;
  }

  private Unread.Text text(String organisation, Feedbacks.Part part) {
    byte[] opened = sealer.open(organisation, part.id(), part.text());
    return new Unread.Text(part.day(), Words.clean(Released.Part.words(opened)));
  }

  private static Unread unread(FeedbackState state) {
    return new Unread(
        state.feedback(),
        state.reference(),
        state.asked(),
        state.sensitivity(),
        Source.TEXT,
        state.kind() == Kind.REPORT ? null : state.kind(), // that is what nobody sorted
        Unread.RELEASED_ROUND,
        Unread.Where.INBOX);
  }
}
