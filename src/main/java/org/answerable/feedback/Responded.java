package org.answerable.feedback;

import java.util.List;

/** What became of a response that a leader sent. */
public sealed interface Responded {
  /** It is on its way, and the next slot publishes it. */
  record Sent() implements Responded {}

  /** Nothing was sent; all that is missing or too much. */
  record Refused(List<Problem> problems) implements Responded {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** Nothing was sent: the feedback moved while the leader wrote. */
  record Overtaken(Mover by) implements Responded {}

  /** Nothing was sent: for this leader there is no such feedback. */
  record Unknown() implements Responded {}

  /** Who moved it. */
  enum Mover {
    LEADER,
    CONSTITUENT
  }
}
