package org.answerable.platform.web;

import java.util.List;

/** Something that whoever is in a room should know before all else, as a sentence and its list. */
public record Notice(String title, List<String> lines) {
  public Notice {
    lines = List.copyOf(lines);
  }
}
