package org.answerable.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.answerable.leader.Leader;

/**
 * What was released although nobody had sorted it ({@code unsorted: release}). Implemented by
 * {@code feedback}.
 */
public interface UnsortedFeedback {
  /** What a reader may see of it and nobody has answered, the longest wait first. */
  List<Unread> of(Leader reader, int limit);

  /** The texts of some of it, by feedback, in order. */
  Map<UUID, List<Unread.Text>> texts(String organisation, Collection<UUID> feedbacks);
}
