package org.answerable.intake.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Sensitivity;
import org.answerable.testing.ShippedWords;
import org.junit.jupiter.api.Test;

class WordListsTest {
  private static final Organisations NOBODY = new Organisations(List.of());

  @Test
  void shippedListsPassTheirOwnTests() throws IOException {
    WordLists lists = WordLists.read(ShippedWords.FOLDER, NOBODY);
    Found found =
        lists.find(
            "they gave my result 2 my husband now he beats me. DON'T reply he cheks my fone");
    assertThat(found.sensitivity()).isEqualTo(Sensitivity.S3);
    assertThat(found.in(WordList.SILENCE)).isTrue();
    assertThat(lists.find("they dont reply to us")).isEqualTo(Found.NOTHING);
  }
}
