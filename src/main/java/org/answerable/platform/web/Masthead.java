package org.answerable.platform.web;

/** Whose page this is, at its top. */
public record Masthead(String id, String name, boolean demo) {
  private static final String DEMO = " (demo)";

  /** The mark of the demo is set smaller, so it is kept apart from the name. */
  public Masthead {
    name = demo && name.endsWith(DEMO) ? name.substring(0, name.length() - DEMO.length()) : name;
  }
}
