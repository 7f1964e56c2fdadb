package org.answerable.platform;

import java.util.List;

/**
 * The application can't start as things are. Its lines, each a problem and what to do about it, are
 * all that the person who starts it is shown; the process ends with 1.
 */
public final class StartupRefused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final List<String> lines;

  public StartupRefused(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  public StartupRefused(String line) {
    this(List.of(line));
  }

  public List<String> lines() {
    return lines;
  }
}
