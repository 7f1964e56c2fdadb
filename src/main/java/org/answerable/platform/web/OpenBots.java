package org.answerable.platform.web;

import java.util.List;

/** The bots through which somebody can write in, for the public page. Asked for each page. */
public interface OpenBots {
  /**
   * The names by which Telegram knows them, as far as it has said; without any sign before them.
   */
  List<String> names(String organisation);
}
