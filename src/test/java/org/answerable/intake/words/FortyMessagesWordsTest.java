package org.answerable.intake.words;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.intake.words.Found.Spot;
import org.answerable.organisation.Sensitivity;
import org.junit.jupiter.api.Test;

/** What the shipped lists alone find in the forty messages of the field. */
class FortyMessagesWordsTest {
  private static final Map<String, Set<WordList>> FOUND =
      Map.ofEntries(
          entry("9", Set.of(WordList.VIOLENCE)),
          entry("22", Set.of(WordList.ABUSE)),
          entry("23", Set.of(WordList.CHILD)),
          entry("25", Set.of(WordList.ABUSE)),
          entry("26", Set.of(WordList.VIOLENCE)),
          entry("27", Set.of(WordList.CRISIS)),
          entry("28", Set.of(WordList.CRISIS)),
          entry("29", Set.of(WordList.THREAT)),
          entry("30", Set.of(WordList.VIOLENCE, WordList.SILENCE)),
          entry("39", Set.of(WordList.SPAM)));

  @Test
  void theListsFindWhatIsTheirsAndNothingElse() throws IOException {
    WordLists lists = Messages.shipped();
    List<List<String>> messages = Messages.of("forty-messages.tsv");
    assertThat(messages).hasSize(40);
    for (List<String> message : messages) {
      Found found = lists.find(message.get(2));
      assertThat(found.spots().stream().map(Spot::list).collect(Collectors.toSet()))
          .as(message.get(2))
          .isEqualTo(FOUND.getOrDefault(message.get(0), Set.of()));
      assertThat(found.sensitivity()).as(message.get(2)).isEqualTo(level(message.get(0)));
    }
  }

  private static Sensitivity level(String number) {
    return switch (number) {
      case "26" -> Sensitivity.S2;
      case "9", "22", "23", "25", "27", "28", "29", "30" -> Sensitivity.S3;
      default -> Sensitivity.S0;
    };
  }
}
