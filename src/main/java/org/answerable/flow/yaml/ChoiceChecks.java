package org.answerable.flow.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.answerable.flow.Choice;
import org.answerable.flow.Choices;
import org.answerable.flow.Collision;
import org.answerable.flow.Plain;
import org.answerable.flow.Texts;
import org.answerable.flow.yaml.Finding.Rule;

/** Finds what would go wrong with the choices of one question. */
final class ChoiceChecks {
  /**
   * Words by which carriers and providers opt people in and out, before any text reaches us.
   *
   * @see <a href="https://help.twilio.com/articles/223134027">Twilio's list</a>
   */
  static final Set<String> CARRIERS =
      Set.of(
          "stop",
          "stopall",
          "unsubscribe",
          "cancel",
          "end",
          "quit",
          "revoke",
          "optout",
          "remove",
          "arret",
          "start",
          "yes",
          "unstop",
          "help",
          "info");

  private final FlowFiles.Folder folder;
  private final Choices choices;
  private final List<String> languages;
  private final Found found;

  /** Is told what is wrong. */
  interface Found {
    /**
     * @param choice where: a choice's value, or {@link ChoicesReader#word}
     */
    void at(Rule rule, String choice, String message);
  }

  ChoiceChecks(FlowFiles.Folder folder, Choices choices, Found found) {
    this.folder = folder;
    this.choices = choices;
    this.found = found;
    this.languages = folder.texts().languages().stream().map(Texts.Language::code).toList();
  }

  void check() {
    for (Choice choice : choices.all()) {
      reserved(choice);
      untranslated(choice);
    }
    languages.forEach(this::twice);
    collisions();
  }

  private void reserved(Choice choice) {
    Set<String> reserved = new TreeSet<>(CARRIERS);
    reserved.addAll(folder.keywords().plainWords());
    List<String> words = new ArrayList<>(choice.labels().values());
    words.addAll(choice.also());
    for (String word : new TreeSet<>(words)) {
      if (reserved.contains(Plain.of(word))) {
        found.at(
            Rule.RESERVED_WORD,
            ChoicesReader.word(choice.value(), word),
            "choice \"" + word + "\" is a word of the carriers or a keyword; choose another");
      } else if (folder.greetings().isPolite(word)) {
        found.at(
            Rule.RESERVED_WORD,
            ChoicesReader.word(choice.value(), word),
            "choice \"" + word + "\" is what people say out of politeness; choose another");
      }
    }
  }

  private void untranslated(Choice choice) {
    for (String language : languages) {
      if (!choice.labels().containsKey(language)) {
        found.at(
            Rule.MISSING_TRANSLATION,
            choice.value(),
            "choice " + choice.value() + " is not translated into " + language + "; add it");
      }
    }
  }

  private void twice(String language) {
    Map<String, String> seen = new HashMap<>();
    for (Choice choice : choices.all()) {
      String label = choice.label(language);
      String other = seen.putIfAbsent(Plain.of(label), choice.value());
      if (other != null) {
        found.at(
            Rule.CHOICE_TWICE,
            ChoicesReader.word(choice.value(), label),
            "\"" + label + "\" means two choices in " + language + "; change one");
      }
    }
  }

  private void collisions() {
    for (Collision collision : Collision.in(choices)) {
      if (!collision.isSame()) {
        found.at(
            Rule.CHOICES_COLLIDE,
            ChoicesReader.word(collision.choice(), collision.word()),
            "\""
                + collision.word()
                + "\", misspelt, is \""
                + collision.other()
                + "\", another choice; change one");
      } else if (!isOneLanguage(collision)) {
        found.at(
            Rule.CHOICES_COLLIDE,
            ChoicesReader.word(collision.choice(), collision.word()),
            "\"" + collision.word() + "\" means two choices, in any language; change one");
      }
    }
  }

  /** Told by {@link #twice} already. */
  private boolean isOneLanguage(Collision collision) {
    String plain = Plain.of(collision.word());
    return languages.stream()
        .anyMatch(
            language ->
                choices.all().stream()
                        .filter(choice -> Plain.of(choice.label(language)).equals(plain))
                        .count()
                    > 1);
  }
}
