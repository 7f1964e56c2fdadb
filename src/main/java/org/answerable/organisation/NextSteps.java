package org.answerable.organisation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code init} says at its end. */
final class NextSteps {
  private static final String START =
      "Start it; docs/operations.md has the rest (https, database, backup of the keys):\n"
          + "  serve --answerable.demo=false --answerable.keys-dir=/var/lib/answerable/keys"
          + " --answerable.public-url=https://ADDRESS";

  private NextSteps() {}

  /**
   * @param missing the problems that keep the file from real use
   * @param demos other files that only a demo starts with
   */
  static String text(
      Path file, Map<String, String> answers, List<String> missing, List<Path> demos) {
    String kind = answers.getOrDefault("channel-kind", "");
    boolean simulated = kind.equals("simulator");
    var steps = new ArrayList<String>();
    steps.add(
        "Look through the file: topics, roles and days are a common beginning.\n"
            + "docs/organisation-file.md explains every key.");
    demos.forEach(demo -> steps.add(aside(demo, simulated)));
    switch (kind) {
      case "simulator" ->
          steps.add("Start, and open the phones at http://localhost:8080/simulator:\n  serve");
      case "telegram" -> steps.addAll(forTelegram());
      default -> steps.addAll(forTwilio(answers));
    }
    steps.add(
        "The first start prints a link that makes the first leader. Open it, and invite the"
            + " others\n"
            + "from the inbox.");
    return "\nWritten: " + file + ", and it reads well.\n" + missing(missing) + numbered(steps);
  }

  private static String missing(List<String> missing) {
    return missing.isEmpty()
        ? ""
        : "\nThe demo takes it as it is. Elsewhere the line stays closed until these are mended:\n"
            + missing.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
  }

  private static String aside(Path demo, boolean simulated) {
    return "Move this file to another place:\n  "
        + demo
        + "\n"
        + (simulated
            ? "The simulator shows the phones of one organisation only, the first."
            : "Its phones are simulated, and only the demo starts with such.");
  }

  private static List<String> forTwilio(Map<String, String> answers) {
    return List.of(
        "Set what Twilio's console shows for your account, where the server starts:\n"
            + "  export TWILIO_ACCOUNT_SID=AC…\n"
            + "  export TWILIO_AUTH_TOKEN=…",
        "At Twilio, give your number as the webhook of incoming messages (POST), with your"
            + " address\n"
            + "for ADDRESS:\n"
            + "  https://ADDRESS/channels/twilio/"
            + answers.get("id")
            + "-sms#rc=5&rp=ct,rt,5xx",
        START);
  }

  private static List<String> forTelegram() {
    return List.of(
        "In Telegram, send /newbot to @BotFather; then /setjoingroups, your bot, Disable.",
        "Set the token that it gave you, where the server starts:\n"
            + "  export TELEGRAM_BOT_TOKEN=123456789:AA…",
        START + "\nIts last lines name the bot's address, for your phone.");
  }

  private static String numbered(List<String> steps) {
    var text = new StringBuilder("\nWhat to do next\n");
    for (int i = 0; i < steps.size(); i++) {
      text.append("  ").append(i + 1).append(". ");
      text.append(steps.get(i).replace("\n", "\n     ")).append("\n");
    }
    return text.toString();
  }
}
