package org.answerable.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.answerable.tlog.SignedNote.Verdict;
import org.junit.jupiter.api.Test;

class CosignatureTest {
  /** A log of Certificate Transparency, with the cosignatures of witnesses in operation. */
  private static final String CHECKPOINT =
      """
      arche2025h1.staging.ct.transparency.dev
      1432088532
      U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

      — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
      — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
      — transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
      — witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
      — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
      — witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
      """;

  private static final VerifierKey LOG =
      TestKeys.key(
          "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f");
  private static final List<VerifierKey> WITNESSES =
      List.of(
          TestKeys.key(
              "transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM"),
          TestKeys.key(
              "witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO"),
          TestKeys.key("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"),
          TestKeys.key(
              "witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv"));

  @Test
  void verifiesALogAndItsWitnessesInOperation() throws MalformedException {
    SignedNote note = SignedNote.parse(CHECKPOINT.getBytes(UTF_8));
    assertThat(note.isSignedBy(LOG)).isTrue();
    assertThat(note.verify(WITNESSES)).isEqualTo(new Verdict.Signed(Set.copyOf(WITNESSES)));
    assertThat(note.bytes()).isEqualTo(CHECKPOINT.getBytes(UTF_8));
    SignedNote other = new SignedNote(note.text().replace("532", "533"), note.signatures());
    assertThat(WITNESSES)
        .allSatisfy(
            key -> assertThat(other.verify(List.of(key))).isEqualTo(new Verdict.Forged(key)));
  }

  @Test
  void saysWhenTheWitnessSawTheTree() throws MalformedException {
    SignedNote note = SignedNote.parse(CHECKPOINT.getBytes(UTF_8));
    assertThat(Cosignature.of(note.signatures().getLast()).time())
        .isEqualTo(Instant.parse("2026-05-23T21:50:24Z"));
  }

  @Test
  void signsATimeAndTheText() throws MalformedException {
    var keys = TestKeys.fresh();
    Instant time = Instant.ofEpochSecond(1_679_315_147);
    String text = "example.com/behind-the-sofa\n20852163\nCsUY\n";
    assertThat(new String(Cosignature.message(time, text), UTF_8))
        .isEqualTo("cosignature/v1\ntime 1679315147\n" + text);
    NoteSignature signature = Cosignature.sign("witness.example/w1", keys, text, time);
    VerifierKey key =
        VerifierKey.of("witness.example/w1", SignatureType.COSIGNATURE, keys.getPublic());
    assertThat(key.verifies(text, signature)).isTrue();
    assertThat(key.verifies(text + "more\n", signature)).isFalse();
    assertThat(Cosignature.of(signature).time()).isEqualTo(time);
  }

  /** The type is part of the key's ID: what was signed as one is not taken for the other. */
  @Test
  void aKeyOfOneTypeVerifiesNothingOfTheOther() {
    var keys = TestKeys.fresh();
    String text = "text\n";
    VerifierKey asLog = VerifierKey.of("name", SignatureType.ED25519, keys.getPublic());
    VerifierKey asWitness = VerifierKey.of("name", SignatureType.COSIGNATURE, keys.getPublic());
    NoteSignature signed = NoteSigner.of("name", keys).sign(text);
    NoteSignature cosigned = Cosignature.sign("name", keys, text, Instant.EPOCH);
    assertThat(asLog.verifies(text, signed)).isTrue();
    assertThat(asWitness.verifies(text, cosigned)).isTrue();
    assertThat(asLog.verifies(text, cosigned)).isFalse();
    assertThat(asWitness.verifies(text, signed)).isFalse();
    assertThat(asLog.id()).isNotEqualTo(asWitness.id());
  }

  @Test
  void aChangedTimeIsNotVerified() {
    var keys = TestKeys.fresh();
    VerifierKey key = VerifierKey.of("w", SignatureType.COSIGNATURE, keys.getPublic());
    NoteSignature signature = Cosignature.sign("w", keys, "text\n", Instant.EPOCH);
    byte[] bytes = Base64.getDecoder().decode(signature.base64());
    bytes[11]++;
    assertThat(key.verifies("text\n", with(bytes))).isFalse();
  }

  @Test
  void refusesOtherLengthsAndTimesThatNoCalendarHas() {
    assertRefused(new byte[4 + 71], "a cosignature has 72 bytes, not 71");
    assertRefused(new byte[4 + 73], "a cosignature has 72 bytes, not 73");
    assertRefused(timed(-1), "a cosignature of a time that no calendar has");
    assertRefused(timed(Long.MAX_VALUE), "a cosignature of a time that no calendar has");
  }

  @Test
  void takesTheFirstAndTheLastMoment() throws MalformedException {
    assertThat(Cosignature.of(with(timed(0))).time()).isEqualTo(Instant.EPOCH);
    long last = Instant.MAX.getEpochSecond();
    assertThat(Cosignature.of(with(timed(last))).time().getEpochSecond()).isEqualTo(last);
  }

  @Test
  void whatIsNoCosignatureVerifiesNothing() {
    VerifierKey key = VerifierKey.of("w", SignatureType.COSIGNATURE, TestKeys.fresh().getPublic());
    byte[] tooShort = ByteBuffer.allocate(4 + 71).putInt(key.id()).array();
    assertThat(key.verifies("text\n", with(tooShort))).isFalse();
  }

  @Test
  void keepsItsBytes() throws MalformedException {
    Cosignature cosignature = Cosignature.of(with(timed(7)));
    cosignature.signed()[0] = 1;
    assertThat(cosignature.signed()).isEqualTo(new byte[64]);
  }

  private static void assertRefused(byte[] bytes, String what) {
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> Cosignature.of(with(bytes)))
        .withMessage(what);
  }

  private static byte[] timed(long seconds) {
    return ByteBuffer.allocate(4 + 72).putInt(0).putLong(seconds).array();
  }

  private static NoteSignature with(byte[] bytes) {
    return new NoteSignature("w", Base64.getEncoder().encodeToString(bytes));
  }
}
