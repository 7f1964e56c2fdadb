package org.answerable.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sealed to people: the published vector, and the forms of a person's key. */
class HpkeSuiteTest {
  private static final String PASSPHRASE = "kamo rilu tesa bovi pade vumi";
  private static final byte[] PLACE = "place/1".getBytes(UTF_8);

  /** Mode base, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, sequence number 0. */
  @Test
  void opensThePublishedVectorOfTheSuite() throws GeneralSecurityException {
    var pair = HpkeSuite.P256.pair(HpkeVector.SECRET, HpkeVector.OPEN);
    assertThat(HpkeSuite.P256.open(pair, HpkeVector.SEALED, HpkeVector.INFO, HpkeVector.AAD))
        .isEqualTo(HpkeVector.PLAIN);
    assertThat(HpkeSuite.publicOf(HpkeVector.SECRET)).isEqualTo(HpkeVector.OPEN);
  }

  @Test
  void opensNothingOfTheVectorThatWasChanged() {
    var pair = HpkeSuite.P256.pair(HpkeVector.SECRET, HpkeVector.OPEN);
    for (int i = 0; i < HpkeVector.SEALED.length; i++) {
      byte[] changed = HpkeVector.SEALED.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> HpkeSuite.P256.open(pair, changed, HpkeVector.INFO, HpkeVector.AAD))
          .as("byte %d", i)
          .isInstanceOf(GeneralSecurityException.class);
    }
  }

  @Test
  void aPersonOpensWhatWasSealedToThemAndOnlyAtItsPlace() throws GeneralSecurityException {
    var person = PersonSecret.random();
    byte[] sealed = person.publicKey().seal("words".getBytes(UTF_8), PLACE);
    assertThat(person.open(sealed, PLACE)).isEqualTo("words".getBytes(UTF_8));
    assertThatThrownBy(() -> person.open(sealed, "place/2".getBytes(UTF_8)))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> PersonSecret.random().open(sealed, PLACE))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void theLengthOfWhatIsSealedTellsABucketOnly() {
    var key = PersonSecret.random().publicKey();
    assertThat(key.seal(new byte[10], PLACE)).hasSameSizeAs(key.seal(new byte[200], PLACE));
  }

  @Test
  void aPassphraseOpensTheKeyHoweverItsSpacesAreWritten() throws GeneralSecurityException {
    var person = PersonSecret.random();
    byte[] wrapped = person.wrap(PASSPHRASE);
    var again =
        PersonSecret.unwrap(wrapped, person.publicKey(), "  " + PASSPHRASE.replace(" ", "   "));
    assertThat(again.sheet()).isEqualTo(person.sheet());
    assertThatThrownBy(() -> PersonSecret.unwrap(wrapped, person.publicKey(), PASSPHRASE + "x"))
        .isInstanceOf(GeneralSecurityException.class);
    var other = PersonSecret.random().publicKey();
    assertThatThrownBy(() -> PersonSecret.unwrap(wrapped, other, PASSPHRASE))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void theSheetGivesTheKeyBackAndNamesTheRowOfASlip() {
    var person = PersonSecret.random();
    assertThat(person.sheet()).hasSize(4).allMatch(row -> row.matches("(\\w{4}-){3}\\w{4}"));
    assertThat(PersonSecret.ofSheet(person.sheet()).publicKey()).isEqualTo(person.publicKey());
    for (int row = 0; row < 4; row++) {
      for (int sign = 0; sign < 19; sign++) {
        List<String> slip = slip(person.sheet(), row, sign);
        if (slip.equals(person.sheet())) {
          continue;
        }
        assertThatThrownBy(() -> PersonSecret.ofSheet(slip))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("row %d ", row + 1);
      }
    }
  }

  @Test
  void refusesWhatIsNoPointOfTheCurve() {
    byte[] off = HpkeVector.OPEN.clone();
    off[64] ^= 1;
    assertThatThrownBy(() -> PersonKey.of(off)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PersonKey.of(new byte[65]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PersonKey.of(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> slip(List<String> sheet, int row, int sign) {
    var rows = new ArrayList<>(sheet);
    char there = rows.get(row).charAt(sign);
    if (there != '-') {
      char other = there == '7' ? '8' : '7';
      rows.set(row, rows.get(row).substring(0, sign) + other + rows.get(row).substring(sign + 1));
    }
    return rows;
  }
}
