package org.answerable.poll;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.answerable.flow.Collision;
import org.answerable.flow.Plain;
import org.answerable.leader.Problem;
import org.answerable.organisation.Organisation;
import org.answerable.platform.sms.Segments;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.PollTerms;

/** Finds what would go wrong with a poll before anybody is texted. */
final class TermsCheck {
  /** Letters of any script, and what joins them: a digit would be taken for a vote. */
  private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} '’-]*");

  private final PollTerms terms;
  private final Organisation home;
  private final PollTexts texts;
  private final List<Problem> problems = new ArrayList<>();

  TermsCheck(PollTerms terms, Organisation home, PollTexts texts) {
    this.terms = terms;
    this.home = home;
    this.texts = texts;
  }

  /** All of them, by the fields of the form; what texts cost only where there are whole texts. */
  List<Problem> problems(LocalDate today) {
    List<Problem> lacks = lacks(today);
    if (lacks.isEmpty()) {
      home.languages().forEach(this::segments);
    }
    return List.copyOf(problems);
  }

  /** What keeps phones from getting a text at all. */
  List<Problem> lacks(LocalDate today) {
    home.languages().forEach(this::question);
    int count = terms.options().size();
    if (count < PollLimits.OPTIONS_LEAST || count > PollLimits.OPTIONS) {
      found(
          optionsField(home.defaultLanguage()),
          "Give %d to %d options, a line each."
              .formatted(PollLimits.OPTIONS_LEAST, PollLimits.OPTIONS));
    } else {
      home.languages().forEach(this::options);
      if (problems.isEmpty()) {
        collisions();
      }
      counting();
    }
    days(today);
    eligible(today);
    if (terms.askedBy().isBlank() || terms.askedBy().length() > PollLimits.ASKED_BY_CHARS) {
      found(
          "asked-by",
          "Say who asked for it and who pays, in at most %d signs."
              .formatted(PollLimits.ASKED_BY_CHARS));
    }
    return List.copyOf(problems);
  }

  private void question(String language) {
    String question = terms.question().getOrDefault(language, "");
    if (question.isBlank() || question.length() > PollLimits.QUESTION_CHARS) {
      found(
          "question-" + language,
          "Write the question in %s, in at most %d signs."
              .formatted(name(language), PollLimits.QUESTION_CHARS));
    }
    texts
        .asksWho(question, language)
        .ifPresent(
            words ->
                found(
                    "question-" + language,
                    "“%s” asks for who somebody is; nobody is asked that.".formatted(words)));
  }

  private void options(String language) {
    Map<String, String> seen = new HashMap<>();
    for (PollTerms.Option option : terms.options()) {
      String label = option.labels().getOrDefault(language, "");
      if (label.isBlank()) {
        found(
            optionsField(language), "Each option has a line in each language, in the same order.");
        return;
      }
      if (label.length() > PollLimits.LABEL_CHARS || !LABEL.matcher(label).matches()) {
        found(
            optionsField(language),
            "“%s”: an option is letters and spaces, at most %d; a digit or a sign could be taken for a vote."
                .formatted(label, PollLimits.LABEL_CHARS));
      } else if (texts.isReserved(label)) {
        found(
            optionsField(language),
            "“%s” is a word of the carriers, a keyword, a greeting or a number; choose another."
                .formatted(label));
      } else if (texts.isAlarm(label)) {
        found(
            optionsField(language),
            "“%s” is a word by which danger is found: whoever sends it must be heard. Choose another."
                .formatted(label));
      } else if (seen.putIfAbsent(Plain.of(label), label) != null) {
        found(optionsField(language), "“%s” stands there twice.".formatted(label));
      }
    }
  }

  /** Whatever their languages, as a vote is read: nobody can tell afterwards what was meant. */
  private void collisions() {
    for (Collision two : Collision.in(BallotReader.choices(terms))) {
      found(
          optionsField(home.defaultLanguage()),
          two.isSame()
              ? "“%s” stands for two options; the lines of each language have the same order."
                  .formatted(two.word())
              : "“%s”, misspelt, is “%s”, another option; change one."
                  .formatted(two.word(), two.other()));
    }
  }

  private void counting() {
    Form form = Form.named(terms.form()).orElse(null);
    if (form == null || !form.methods().contains(terms.method())) {
      found("form", "Choose how people vote and how it is counted.");
      return;
    }
    if (terms.seats() < 1 || terms.seats() >= terms.options().size()) {
      found("seats", "Say how many are wanted: fewer than there are options.");
    }
    int most = form == Form.BUDGET ? terms.options().size() : terms.seats();
    if (terms.priorities() < 0 || terms.priorities() > most) {
      found(
          "priorities",
          "Say of how many leaders must say what they will do: none, or %d at most, as many as are wanted."
              .formatted(most));
    }
    if (form == Form.BUDGET) {
      boolean costs =
          terms.options().stream()
              .allMatch(option -> option.cost() != null && option.cost().signum() > 0);
      if (terms.budget() == null || terms.budget().signum() <= 0 || !costs) {
        found("budget", "Give the budget, and behind each option what it costs: “roof = 500”.");
      }
    }
  }

  private void days(LocalDate today) {
    if (terms.opens().isBefore(today) || terms.opens().isAfter(today.plus(PollLimits.AHEAD))) {
      found("opens", "The first day is today or later, within a year.");
    }
    if (terms.closes().isBefore(terms.opens())
        || terms.closes().isAfter(terms.opens().plus(PollLimits.OPEN_FOR))) {
      found(
          "closes",
          "The last day is the first or later, at most %d days later."
              .formatted(PollLimits.OPEN_FOR.getDays()));
    } else if (terms.closes().isBefore(today.plus(PollLimits.NOTICE))) {
      found(
          "closes",
          "The last day is %d days or more from the day on which somebody else agrees, so that people can hear of it."
              .formatted(PollLimits.NOTICE.getDays()));
    }
    if (terms.reminds() && terms.closes().isBefore(terms.opens().plus(PollLimits.REMINDS_FROM))) {
      found(
          "reminds",
          "A reminder needs a last day that is %d days after the first, or later."
              .formatted(PollLimits.REMINDS_FROM.getDays()));
    }
  }

  private void eligible(LocalDate today) {
    switch (terms.eligible()) {
      case Eligible.Anybody all -> {}
      case Eligible.WroteBefore(LocalDate day) -> {
        if (day.getDayOfWeek() != DayOfWeek.MONDAY || day.isAfter(today)) {
          found(
              "before",
              "Give a Monday that is not to come: of people only weeks are known, and nobody may"
                  + " bring new phones.");
        }
      }
      case Eligible.Codes(int printed, boolean election) -> {
        if (printed < 1 || printed > PollLimits.CODES) {
          found(
              "codes",
              (election ? "An election takes printed codes, one for each voter. " : "")
                  + "Say how many codes are printed, up to %d.".formatted(PollLimits.CODES));
        }
      }
    }
  }

  private void segments(String language) {
    if (terms.reminds()) {
      int more = Segments.of(texts.reminder(home, terms, language)).segments();
      if (more > PollLimits.SEGMENTS) {
        found("question-" + language, "The reminder is too long. Shorten the question.");
      }
    }
    Segments text = Segments.of(texts.asked(home, terms, language));
    if (text.segments() > PollLimits.SEGMENTS) {
      String dear =
          text.forcing().isEmpty()
              ? ""
              : " These signs make it dear: %s.".formatted(String.join(" ", text.forcing()));
      found(
          "question-" + language,
          "%s: the text has %d segments; %d are the most.%s Shorten the question or the options."
              .formatted(name(language), text.segments(), PollLimits.SEGMENTS, dear));
    }
    int back = Segments.of(texts.readBack(home, terms, language)).segments();
    if (back > PollLimits.READ_BACK_SEGMENTS) {
      found(
          optionsField(language),
          "A vote for all of them is said back in %d segments; %d are the most. Shorten the options."
              .formatted(back, PollLimits.READ_BACK_SEGMENTS));
    }
  }

  /** As the language calls itself. */
  static String name(String language) {
    Locale own = Locale.of(language);
    return own.getDisplayLanguage(own);
  }

  private static String optionsField(String language) {
    return "options-" + language;
  }

  private void found(String field, String text) {
    problems.add(new Problem(field, text));
  }
}
