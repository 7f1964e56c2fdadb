package org.answerable.responselog.witness;

/** How a witness stands to a log. */
enum Standing {
  /** It has signed the checkpoint that it was asked for. */
  SEEN,
  /** It does not answer, or asks for patience. */
  AWAY,
  /** It does not watch this log, or knows another key of it. */
  KNOWS_IT_NOT,
  /** It does not answer as a witness does, or with another key than the file says. */
  ANSWERS_WRONG,
  /** It has seen a larger tree than there is here. */
  SAW_MORE,
  /** What it has seen, the tree here does not begin with. */
  SAW_ANOTHER
}
