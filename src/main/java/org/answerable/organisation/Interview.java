package org.answerable.organisation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.answerable.organisation.Questions.Wrong;
import org.jspecify.annotations.Nullable;

/** The questions of {@code init}, in their order. Gives the answers by {@link NewFile}'s names. */
final class Interview {
  private static final List<String> CHANNELS = List.of("twilio", "simulator", "telegram");
  private static final String LATER = "later";

  /** With fewer, what changes within the hour could tell who had a phone in their hand. */
  private static final int FEW_MEMBERS = 100;

  private static final Map<String, String> ANY_HOUR =
      Map.of("en", "any hour", "sw", "saa yoyote", "fr", "à toute heure");
  private static final Map<String, String> OFFICE_HOURS =
      Map.of(
          "en", "Monday to Friday, 9 to 4",
          "sw", "Jumatatu hadi Ijumaa, saa 3 asubuhi hadi saa 10 jioni",
          "fr", "du lundi au vendredi, de 9 h à 16 h");

  private final Questions questions;
  private final Path folder;
  private final ZoneId here;
  private final LocalDate today;
  private final Map<String, String> answers = new TreeMap<>();

  /**
   * @param folder where the file will stand
   * @param here this machine's time zone, the first guess
   */
  Interview(Questions questions, Path folder, ZoneId here, LocalDate today) {
    this.questions = questions;
    this.folder = folder;
    this.here = here;
    this.today = today;
  }

  Map<String, String> ask() throws IOException {
    organisation();
    List<String> languages = List.of(answer("languages").split(", "));
    channel();
    questions.say(
        """
        Three numbers that people may be sent to, so somebody must answer them. Leave one for later
        if you do not have it yet: until then nobody can write to you, but in the demo.\
        """);
    hotline("crisis", "The number for somebody in danger or despair", ANY_HOUR, languages);
    hotline("desk", "The number of a person of yours to talk to", OFFICE_HOURS, languages);
    hotline(
        "focal", "The number of a trained person, for abuse and threats", OFFICE_HOURS, languages);
    people();
    for (String language : languages) {
      String question = "Who you are, in a few sentences for the public page (" + language + ")";
      later(
          "about." + language, question, FileLimits.ABOUT_CHARS, "who you are (" + language + ")");
    }
    return answers;
  }

  private void organisation() throws IOException {
    String name =
        questions.ask(
            "The name of your organisation",
            null,
            typed -> Checks.name(typed, FileLimits.NAME_CHARS));
    answers.put("name", name);
    String proposed = Slug.proposedFor(name);
    answers.put(
        "id",
        questions.ask(
            "Its short name, for web addresses",
            proposed.isEmpty() ? null : proposed,
            typed -> Checks.slug(typed, folder)));
    answers.put(
        "languages",
        questions.ask(
            "Languages of your people, the commonest first ("
                + String.join(", ", NewFile.LANGUAGES)
                + ")",
            NewFile.LANGUAGES.getFirst(),
            typed -> Checks.languages(typed, NewFile.LANGUAGES)));
    answers.put("time-zone", questions.ask("Time zone", zoneHere(), Checks::timeZone));
    String members = questions.ask("About how many members it has", null, Checks::members);
    answers.put("slot", Integer.parseInt(members) < FEW_MEMBERS ? "12h" : "1h");
  }

  /** A server's clock often says UTC, which is nobody's home. */
  private @Nullable String zoneHere() {
    String zone = here.getId();
    return zone.contains("/") && !zone.startsWith("Etc/") ? zone : null;
  }

  private void channel() throws IOException {
    questions.say(
        """
        How do people write to you?
          1  by text message, to a number that you have at Twilio
          2  on phones drawn on the screen, to try everything out first
          3  to a bot of yours at Telegram\
        """);
    String chosen = questions.ask("1, 2 or 3", "1", typed -> Checks.choice(typed, 3));
    answers.put("channel-kind", CHANNELS.get(Integer.parseInt(chosen) - 1));
    if (chosen.equals("1")) {
      String number =
          questions.ask(
              "The number at Twilio",
              LATER,
              typed -> typed.equals(LATER) ? new Questions.Good("") : Checks.ownNumber(typed));
      answers.put("from", number.isEmpty() ? StandIn.NUMBER : number);
    }
  }

  private void hotline(String key, String what, Map<String, String> hours, List<String> languages)
      throws IOException {
    String before = LATER;
    boolean known = false;
    for (String language : languages) {
      String number =
          questions.ask(
              what + " (" + language + ")",
              before,
              typed -> typed.equals(LATER) ? new Questions.Good(LATER) : Checks.dialled(typed));
      before = number;
      known |= !number.equals(LATER);
      answers.put(key + "." + language, number.equals(LATER) ? StandIn.NUMBER : number);
      String usual = hours.getOrDefault(language, "");
      answers.put(
          key + "-hours." + language,
          number.equals(LATER)
              ? usual
              : questions.ask(
                  "  When does it answer, in that language's words?",
                  usual,
                  typed -> hours(key, language, number, typed)));
    }
    answers.put(
        key + "-checked",
        known
            ? questions.ask(
                "  Call it now. The day somebody last did",
                today.toString(),
                typed -> Checks.pastDay(typed, today))
            : LocalDate.EPOCH.toString());
  }

  private static Questions.Taken hours(String key, String language, String number, String typed) {
    Optional<String> problem =
        key.equals("crisis")
            ? CrisisText.problem(language, new Hotline(number, typed, LocalDate.EPOCH))
            : Optional.empty();
    return problem
        .<Questions.Taken>map(Wrong::new)
        .orElseGet(() -> Checks.name(typed, FileLimits.HOURS_CHARS));
  }

  private void people() throws IOException {
    questions.say(
        """
        Four people that your line needs; initials or a function will do. Two trained readers see
        first what nobody has sorted. Two focal points are there for abuse and danger.\
        """);
    String first = later("reader-1", "The first reader", FileLimits.NAME_CHARS, "first reader");
    answers.put(
        "reader-2",
        questions.ask(
            "The second reader, not an employee",
            LATER,
            typed -> {
              if (typed.equalsIgnoreCase(first)) {
                return new Wrong("That is the first one; name somebody else.");
              }
              return typed.equals(LATER)
                  ? new Questions.Good(StandIn.text("second reader"))
                  : Checks.name(typed, FileLimits.NAME_CHARS);
            }));
    later(
        "focal-inside",
        "The focal point in your organisation",
        FileLimits.TITLE_CHARS,
        "focal point inside");
    later(
        "focal-outside",
        "The focal point outside of it",
        FileLimits.TITLE_CHARS,
        "focal point outside");
  }

  /** A text that may come later; then a stand-in says what is missing. */
  private String later(String key, String question, int maxChars, String missing)
      throws IOException {
    String text =
        questions.ask(
            question,
            LATER,
            typed ->
                typed.equals(LATER)
                    ? new Questions.Good(StandIn.text(missing))
                    : Checks.name(typed, maxChars));
    answers.put(key, text);
    return text;
  }

  private String answer(String key) {
    return answers.getOrDefault(key, "");
  }
}
