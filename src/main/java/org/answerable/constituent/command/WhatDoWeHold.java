package org.answerable.constituent.command;

import java.io.EOFException;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.answerable.channel.Address;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.EpochLimits;
import org.answerable.constituent.jdbc.Holdings;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Command;
import org.answerable.platform.RunningInstance;

/**
 * {@code what-do-we-hold CHANNEL}: says what is known of one address, to whoever has the right to
 * ask. The address comes from standard input: arguments stand in lists of processes and histories.
 */
final class WhatDoWeHold {
  private WhatDoWeHold() {}

  static int run(RunningInstance instance, List<String> words, Terminal terminal)
      throws IOException {
    String channel = words.getFirst();
    Organisation home =
        Organisations.withoutSecrets(instance.properties()).ofChannel(channel).orElse(null);
    if (home == null) {
      terminal.complain(
          "No organisation has this channel. Its id stands in the organisation's file.");
      return Command.FAILED;
    }
    Optional<Address> address = address(home, channel, terminal);
    if (address.isEmpty()) {
      terminal.complain("This is no address of this channel: write + and all digits.");
      return Command.FAILED;
    }
    LocalDate today = home.day(InstantSource.system().instant());
    var holdings = new Holdings(instance.owner(), instance.databases(), instance.keys());
    lines(holdings.of(home, address.get(), today)).forEach(terminal::say);
    return Command.DONE;
  }

  private static Optional<Address> address(Organisation home, String channel, Terminal terminal)
      throws IOException {
    try {
      return Address.written(home.channel(channel), terminal.ask("Address: "));
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  private static List<String> lines(Holdings.Held held) {
    Constituent person = held.person();
    if (!person.known()) {
      return List.of(
          "Nothing. Either nobody wrote from it, or they are forgotten.",
          "What the phone company and the provider of the channel keep is theirs to say.");
    }
    var lines = new ArrayList<String>();
    lines.add("The address, sealed, and for it:");
    lines.add("  the last day they wrote: " + person.seen());
    lines.add("  language: " + person.settings().language());
    lines.add("  how an answer may reach them: " + words(person.settings().way()));
    lines.add("  stopped (nothing is sent until START): " + yes(person.stopped()));
    lines.add("  silent (nothing at all is sent until START): " + yes(person.settings().silent()));
    lines.add("  hours when nothing is sent: " + yes(person.settings().quiet() != null));
    lines.add("  texts about votes: " + yes(person.settings().votes()));
    lines.add("  wrote first in the week from: " + person.settings().since());
    lines.add("  a PIN, of which only a check is kept: " + yes(person.settings().pin() != null));
    LocalDate muted = person.muted();
    lines.add("  what they write is set aside until: " + (muted == null ? "not" : muted));
    lines.add("  feedbacks that lead to them: " + held.feedbacks());
    lines.add("  texts set aside (greetings, lone numbers) that lead to them: " + held.aside());
    lines.add("  answers that wait for READ: " + held.answers());
    lines.add("  where their conversation stands: " + (held.conversation() ? "kept" : "not kept"));
    lines.add(until(held));
    lines.add("What was published stays, connected to nobody.");
    return lines;
  }

  private static String until(Holdings.Held held) {
    return held.lastDay()
        .map(
            day ->
                "By the rules it is kept until %s, if they write no more and nothing changes, and is unreadable at the first change of keys after it, %d days later at most."
                    .formatted(day, EpochLimits.LENGTH.getDays()))
        .orElse(
            "It is kept as long as they are stopped, so that STOP lasts: until START or FORGET.");
  }

  private static String words(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }
}
