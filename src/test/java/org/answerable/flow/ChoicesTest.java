package org.answerable.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.answerable.flow.yaml.FlowDocument;
import org.answerable.flow.yaml.Shipped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ChoicesTest {
  private final List<Choices> shipped = shipped();

  @Test
  void understandsTheDigitsOfEveryScript() {
    Choices two = choices("syrup", "nurse");
    for (int sign = 0; sign <= Character.MAX_CODE_POINT; sign++) {
      if (Character.getType(sign) == Character.DECIMAL_DIGIT_NUMBER) {
        int digit = Character.getNumericValue(sign);
        String text = Character.toString(sign);
        assertThat(value(two.match(text, "en")))
            .as("U+%04X", sign)
            .isEqualTo(digit == 1 ? "syrup" : digit == 2 ? "nurse" : "");
      }
    }
    assertThat(value(two.match("\u136a", "en"))).as("Ethiopic").isEqualTo("nurse");
    assertThat(value(two.match("\u2461", "en"))).as("in a circle").isEqualTo("nurse");
    assertThat(value(two.match("2\ufe0f\u20e3", "en"))).as("keycap").isEqualTo("nurse");
  }

  @Test
  void understandsItsOwnNumbersAndWordsInEveryLanguage() {
    for (Choices choices : shipped) {
      for (int index = 0; index < choices.all().size(); index++) {
        Choice choice = choices.all().get(index);
        assertThat(choices.match(" " + (index + 1) + ". ", "en")).isEqualTo(choice);
        for (String word : words(choice)) {
          for (String language : List.of("en", "sw", "fr", "ru")) {
            assertThat(choices.match(word.toUpperCase(Locale.ROOT), language))
                .as("%s in %s", word, language)
                .isEqualTo(choice);
            assertThat(choices.match((index + 1) + " " + word, language)).isEqualTo(choice);
          }
        }
      }
    }
  }

  /** A misspelt word is its own choice or none; another only where it is that one's own word. */
  @RepeatedTest(20)
  void neverTakesAMisspeltWordForAnotherChoice() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (Choices choices : shipped) {
      for (Choice choice : choices.all()) {
        for (String word : words(choice)) {
          String typed = misspelt(Plain.of(word), random);
          Choice meant = choices.match(typed, "en");
          boolean anothers =
              choices.all().stream()
                  .filter(other -> !other.equals(choice))
                  .anyMatch(other -> words(other).stream().map(Plain::of).anyMatch(typed::equals));
          if (!anothers) {
            assertThat(meant == null || meant.equals(choice))
                .as("seed %d: %s for %s is %s", seed, typed, word, value(meant))
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void understandsMostWordsWithOneMistake() {
    Choices topics = choices("medicine", "waiting", "staff", "fees");
    assertThat(value(topics.match("medcine", "en"))).isEqualTo("medicine");
    assertThat(value(topics.match("meddecine", "en")))
        .as("two in a long one")
        .isEqualTo("medicine");
    assertThat(value(topics.match("2 waitng", "en"))).isEqualTo("waiting");
    assertThat(value(topics.match("1 waitng", "en"))).as("two different answers").isEmpty();
    assertThat(value(topics.match("stuff", "en"))).isEqualTo("staff");
    assertThat(value(topics.match("fee", "en"))).isEqualTo("fees");
  }

  @Test
  void neverGuessesBetweenTwo() {
    Choices alike = choices("nurse", "purse");
    assertThat(value(alike.match("urse", "en"))).isEmpty();
    assertThat(value(alike.match("nurse", "en"))).isEqualTo("nurse");
    assertThat(value(alike.match("nnurse", "en"))).as("nearer to one of two").isEqualTo("nurse");
    assertThat(value(choices("dawa", "dada").match("daga", "en"))).isEmpty();
    assertThat(value(choices("dawa", "ada").match("daa", "en")))
        .as("a short word may be meant too")
        .isEmpty();
    assertThat(value(choices("dawa", "ada").match("daw", "en"))).isEqualTo("dawa");
  }

  @Test
  void showsALongListPageByPageWithTheSameNumbers() {
    Choices twenty =
        choices(IntStream.rangeClosed(1, 20).mapToObj(n -> "c" + n).toArray(String[]::new));
    assertThat(twenty.pages()).isEqualTo(3);
    assertThat(twenty.numbered("en", 0, "more"))
        .isEqualTo("1 c1 2 c2 3 c3 4 c4 5 c5 6 c6 7 c7 8 c8 9 c9 0 more");
    assertThat(twenty.numbered("en", 2, "more")).isEqualTo("19 c19 20 c20 0 more");
    assertThat(twenty.labels("en")).as("buttons need no pages").hasSize(20);
    assertThat(value(twenty.match("20", "en"))).isEqualTo("c20");
    assertThat(choices("a", "b").pages()).isEqualTo(1);
    assertThat(choices().pages()).isEqualTo(1);
  }

  private static String misspelt(String word, Random random) {
    StringBuilder typed = new StringBuilder(word);
    int at = random.nextInt(word.length());
    switch (random.nextInt(4)) {
      case 0 -> typed.deleteCharAt(at);
      case 1 -> typed.insert(at, (char) ('a' + random.nextInt(26)));
      case 2 -> typed.setCharAt(at, (char) ('a' + random.nextInt(26)));
      default -> {
        char moved = typed.charAt(at);
        typed.deleteCharAt(at).insert(Math.min(at + 1, typed.length()), moved);
      }
    }
    return Plain.of(typed.toString());
  }

  private static List<String> words(Choice choice) {
    List<String> words = new ArrayList<>(choice.labels().values());
    words.addAll(choice.also());
    return words;
  }

  private static List<Choices> shipped() {
    List<Choices> all = new ArrayList<>();
    for (FlowDocument document : Shipped.folder().documents()) {
      all.addAll(document.lists().values());
      for (Node node : document.flow().nodes().values()) {
        if (node.router() instanceof Router.Choose choose
            && choose.offer() instanceof Router.Offer.Written(Choices choices)) {
          all.add(choices);
        }
      }
    }
    assertThat(all).hasSize(6);
    return all;
  }

  private static Choices choices(String... labels) {
    return Choices.of(
        Arrays.stream(labels).map(label -> new Choice(label, Map.of("en", label))).toList());
  }

  private static String value(@Nullable Choice choice) {
    return choice == null ? "" : choice.value();
  }
}
