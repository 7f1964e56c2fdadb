package org.answerable.constituent;

/** How a response may reach a person; their own choice. */
public enum AnswerWay {
  /** By text, where they wrote. */
  HERE,
  /** A notice alone; the words when they ask with READ, and their PIN if they set one. */
  NOTICE,
  /** Not at all: they ask with STATUS, and get the words with READ. */
  NOT_AT_ALL
}
