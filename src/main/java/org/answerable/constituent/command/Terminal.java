package org.answerable.constituent.command;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** Whoever runs a command: what they are told, asked and answer. */
final class Terminal {
  private static final int NUMBERS = 10_000;
  private final PrintStream out;
  private final PrintStream err;
  private final BufferedReader in;

  Terminal(PrintStream out, PrintStream err, InputStream in) {
    this.out = out;
    this.err = err;
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  void say(String text) {
    out.println(text);
    out.flush();
  }

  void complain(String text) {
    err.println(text);
  }

  String ask(String question) throws IOException {
    out.print(question);
    out.flush();
    String line = in.readLine();
    if (line == null) {
      throw new EOFException();
    }
    return line.strip();
  }

  /** Asks twice for what can't be undone: for a name, then for a number that is new each time. */
  boolean isSure(String name) throws IOException {
    String number = "%04d".formatted(new SecureRandom().nextInt(NUMBERS));
    try {
      if (ask("Type " + name + " to go on: ").equals(name)
          && ask("Type the number " + number + " to do it: ").equals(number)) {
        return true;
      }
    } catch (EOFException e) {
      out.println();
    }
    complain("That was something else. Nothing was done.");
    return false;
  }
}
