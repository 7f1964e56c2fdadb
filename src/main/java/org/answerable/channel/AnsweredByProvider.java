package org.answerable.channel;

/**
 * What a provider understood a text to say, and answered itself. It counts here too, whatever word
 * it was by, and nothing more is said.
 */
public enum AnsweredByProvider {
  STOP,
  START,
  HELP
}
