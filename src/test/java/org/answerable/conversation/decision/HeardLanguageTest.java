package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.answerable.channel.Manner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which language somebody is answered who never chose one by LANG. */
class HeardLanguageTest {
  @ParameterizedTest
  @CsvSource({
    "SECOURS, Écrivez maintenant",
    "AIDE, Écrivez librement",
    "MOTS, RETIRER",
    "CALME, Pour ne rien",
    "SUIVI, Ce code est introuvable",
    "SUIVI 1111-1111, Ce code est introuvable",
    "bonjour, Baraza Letu: dites",
    "Merci bcp!, Baraza Letu: dites",
    "hi bonsoir, Baraza Letu: dites",
    "MANENO, ONDOA",
    "HALI, Baraza Letu: tuambie",
    "HALI 1111-1111, Hatuoni",
    "KIMYA, Ili usipate",
    "habari, Baraza Letu: tuambie",
    "salama, Andika sasa",
    "NETTOYER, Pour effacer nos messages",
  })
  void isThatOfTheWordTheyUse(String word, String reply) {
    assertThat(Talking.stranger().hears(word)).startsWith(reply);
    Talking later = Talking.unasked();
    later.says("no syrup for 2 weeks");
    assertThat(later.hears(word)).as("later").startsWith(reply);
  }

  @Test
  void staysUntilAWordOfAnother() {
    Talking person = Talking.stranger();
    assertThat(person.says("bonjour").settings().language()).isEqualTo("fr");
    assertThat(person.hears("rupture depuis 3 jours")).startsWith("Noté.");
    assertThat(person.hears("SIRI")).startsWith("Viongozi");
    assertThat(person.hears("START")).startsWith("Baraza Letu: tuambie");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "START",
        "info",
        "Cancel",
        "UNSTOP",
        "vote",
        "ok",
        "hi",
        "test",
        "4821-9307"
      })
  void doesNotChangeByAWordOfSeveral(String word) {
    Talking person = Talking.stranger();
    person.says("habari");
    assertThat(person.says(word).settings().language()).as(word).isEqualTo("sw");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SECOURS", "bonjour", "Aide", "je veux me tuer"})
  void isKeptByWhoChoseOne(String text) {
    Talking person = Talking.in("sw");
    assertThat(person.says(text).settings().language()).isEqualTo("sw");
    person.says("LANG 3");
    assertThat(person.says("habari").settings().language()).as("chosen").isEqualTo("fr");
  }

  @Test
  void isHeardFromWhoStoppedToo() {
    Talking person = Talking.unasked();
    person.says("STOP");
    assertThat(person.hears("msaada")).startsWith("Hupati ujumbe");
    assertThat(person.hears("ANZA")).startsWith("Karibu tena");
  }

  @Test
  void isHeardInAWishForSilence() {
    Talking person = Talking.unasked();
    assertThat(person.hears("usijibu")).isEmpty();
    assertThat(person.hears("START")).startsWith("Karibu tena");
  }

  @Test
  void isHeardWhereAChatIsCleared() {
    assertThat(Talking.unasked().toABot().hears("NETTOYER")).startsWith("Nous supprimons");
  }

  @Test
  void isThatOfMostOfTheWordsWhereListsOfSeveralFindSome() {
    Talking person = Talking.unasked();
    assertThat(person.hears("je pense au suicide, je veux me tuer")).startsWith("Merci");
    Talking shared = Talking.unasked();
    shared.says("bonjour");
    assertThat(shared.hears("suicide")).as("a word of two").startsWith("Merci");
  }

  @Test
  void isNotHeardInAButtonOfAnOldQuestion() {
    Talking person = Talking.unasked().toABot();
    assertThat(person.does(new Manner.Pressed("old"), "1").settings().language()).isEqualTo("en");
  }
}
