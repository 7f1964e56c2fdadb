package org.answerable.intake;

import java.io.IOException;
import org.answerable.intake.words.WordLists;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.responselog.Declaration;
import org.answerable.responselog.Declares;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the word lists at start-up. */
@Configuration(proxyBeanMethods = false)
class WordListsConfig {

  @Bean
  WordLists wordLists(AnswerableProperties properties, Organisations organisations)
      throws IOException {
    return WordLists.read(
        properties.configDir().resolve(WordLists.FOLDER).normalize(), organisations);
  }

  /** The same for all organisations: every text is searched for the words of all languages. */
  @Bean
  Declares declaredWords(WordLists lists) {
    Declaration declared = Declaration.of(Declaration.What.WORDS, lists.json());
    return organisation -> declared;
  }
}
