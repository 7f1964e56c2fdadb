package org.answerable.flow;

/** What a node does when it is entered. */
public sealed interface Action {
  /** Says a text; {@code @choices} in it is the numbered list of what the node asks. */
  record Say(Translated text) implements Action {}

  /** Notes a result. */
  record SetResult(String name, Template value) implements Action {}

  /** Goes on in another language, by its code. */
  record SetLanguage(Template language) implements Action {}
}
