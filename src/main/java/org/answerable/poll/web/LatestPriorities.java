package org.answerable.poll.web;

import java.util.List;
import org.answerable.poll.PublishedPolls;
import org.answerable.responselog.web.PollPriorities;
import org.answerable.responselog.web.Reader;
import org.springframework.stereotype.Component;

/** The priorities of the latest votes. */
@Component
final class LatestPriorities implements PollPriorities {
  /** Votes that are looked at, the latest first. */
  private static final int LOOKED_AT = 5;

  private static final int SHOWN = 9;
  private final PublishedPolls polls;

  LatestPriorities(PublishedPolls polls) {
    this.polls = polls;
  }

  @Override
  public List<Line> of(Reader reader) {
    return polls.all(reader.organisation().id(), LOOKED_AT).stream()
        .flatMap(poll -> new PollView(poll, reader).priorities().stream())
        .map(PriorityView::line)
        .limit(SHOWN)
        .toList();
  }
}
