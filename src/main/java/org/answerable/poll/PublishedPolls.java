package org.answerable.poll;

import java.util.List;
import java.util.Optional;

/** The polls that the log tells of. */
public interface PublishedPolls {
  /** The newest first; without what stands beside the log. */
  List<PublishedPoll> all(String organisation, int limit);

  Optional<PublishedPoll> find(String organisation, String reference);
}
