package org.answerable.organisation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file that {@code init} writes: {@code new-organisation.yaml}, without the lines of languages
 * that nobody asked for, and with the answers in the places of their names.
 */
final class NewFile {
  /** Those that the template, the pages and the shipped conversations speak. */
  static final List<String> LANGUAGES = List.of("en", "fr", "sw");

  private static final Pattern OF_ONE_LANGUAGE = Pattern.compile("\\s+([a-z]{2}): .*");
  private static final Pattern PLACE = Pattern.compile("@\\{([a-z0-9.-]+)}");

  private NewFile() {}

  static String with(Map<String, String> answers) {
    List<String> languages = List.of(answers.getOrDefault("languages", "").split(", "));
    return template()
        .lines()
        .filter(line -> speaks(line, languages))
        .map(line -> filled(line, answers))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static boolean speaks(String line, List<String> languages) {
    Matcher matcher = OF_ONE_LANGUAGE.matcher(line);
    return !matcher.matches() || languages.contains(matcher.group(1));
  }

  private static String filled(String line, Map<String, String> answers) {
    return PLACE
        .matcher(line)
        .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), answers)));
  }

  private static String value(String name, Map<String, String> answers) {
    if (name.equals("channel")) {
      return channel(answers);
    }
    String answer = answers.get(name);
    if (answer == null) {
      throw new IllegalStateException("nobody was asked for " + name);
    }
    return name.equals("languages") || name.equals("slot") || name.endsWith("-checked")
        ? answer
        : quoted(answer);
  }

  /** Its id begins with the organisation's, which makes it unique in the instance. */
  private static String channel(Map<String, String> answers) {
    String id = answers.getOrDefault("id", "");
    return switch (answers.getOrDefault("channel-kind", "")) {
      case "simulator" -> "  - { id: %s-demo, kind: simulator }".formatted(id);
      case "telegram" ->
          "  - { id: %s-bot, kind: telegram, token: \"${TELEGRAM_BOT_TOKEN}\" }".formatted(id);
      default -> twilio(id, answers);
    };
  }

  private static String twilio(String id, Map<String, String> answers) {
    return """
    - id: %s-sms
      kind: twilio
      account-sid: "${TWILIO_ACCOUNT_SID}"
      auth-token: "${TWILIO_AUTH_TOKEN}"
      from: "%s\"\
    """
        .indent(2)
        .stripTrailing()
        .formatted(id, answers.get("from"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String template() {
    try (InputStream in = NewFile.class.getResourceAsStream("new-organisation.yaml")) {
      if (in == null) {
        throw new IllegalStateException("new-organisation.yaml is missing in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("new-organisation.yaml can't be read from the jar", e);
    }
  }
}
