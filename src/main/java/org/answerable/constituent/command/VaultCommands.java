package org.answerable.constituent.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.platform.Command;

/** The commands of this module, each by what is typed. */
public final class VaultCommands {
  private static final String DRILL = "--drill";

  private VaultCommands() {}

  public static Map<String, Command> all() {
    Map<String, Command> all = new LinkedHashMap<>();
    all.put("keys show", new JoinedCommand("keys show", List::isEmpty, KeysShow::run));
    all.put(
        "keys rotate",
        new JoinedCommand("keys rotate [ORG]", words -> words.size() <= 1, KeysRotate::run));
    all.put(
        "keys copy",
        new JoinedCommand("keys copy FOLDER", words -> words.size() == 1, CopyOfKeys::run));
    all.put(
        "erase-all",
        new JoinedCommand(
            "erase-all ORG [" + DRILL + "]", VaultCommands::isErasure, EraseAll::run));
    all.put(
        "what-do-we-hold",
        new JoinedCommand(
            "what-do-we-hold CHANNEL   (the address is read from standard input, never given here)",
            words -> words.size() == 1,
            WhatDoWeHold::run));
    return all;
  }

  private static boolean isErasure(List<String> words) {
    return words.size() == 1 && !isDrill(words)
        || words.size() == 2 && isDrill(words) && !words.getFirst().equals(DRILL);
  }

  static boolean isDrill(List<String> words) {
    return words.getLast().equals(DRILL);
  }
}
