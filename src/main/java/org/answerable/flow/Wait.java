package org.answerable.flow;

/** What a node waits for before its router decides. */
public enum Wait {
  NOTHING,
  MESSAGE
}
