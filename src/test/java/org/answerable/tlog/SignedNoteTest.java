package org.answerable.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.answerable.tlog.TestKeys.ENOCH_SIGNED;
import static org.answerable.tlog.TestKeys.PETER_SIGNED;
import static org.answerable.tlog.TestKeys.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.answerable.tlog.SignedNote.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
  private static final VerifierKey PETER = TestKeys.key(TestKeys.PETER);
  private static final VerifierKey ENOCH = TestKeys.key(TestKeys.ENOCH);
  private static final String BOTH = TEXT + "\n" + PETER_SIGNED + ENOCH_SIGNED;

  @Test
  void signsAsGoDoes() {
    SignedNote note = SignedNote.sign(TEXT, NoteSigner.of("PeterNeumann", TestKeys.peter()));
    assertThat(new String(note.bytes(), UTF_8)).isEqualTo(TEXT + "\n" + PETER_SIGNED);
  }

  @Test
  void saysWhoSigned() throws MalformedException {
    SignedNote note = parse(BOTH);
    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.verify(List.of(PETER))).isEqualTo(signed(PETER));
    assertThat(note.verify(List.of(ENOCH))).isEqualTo(signed(ENOCH));
    assertThat(note.verify(List.of(ENOCH, PETER))).isEqualTo(signed(PETER, ENOCH));
    assertThat(note.verify(List.of())).isEqualTo(new Verdict.Unsigned());
    assertThat(note.isSignedBy(PETER)).isTrue();
    assertThat(parse(TEXT + "\n" + ENOCH_SIGNED).isSignedBy(PETER)).isFalse();
    assertThat(note.bytes()).isEqualTo(BOTH.getBytes(UTF_8));
  }

  /** The head of Go's checksum database, as it was published. */
  @Test
  void verifiesALogInOperation() throws MalformedException {
    VerifierKey sum =
        TestKeys.key("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");
    SignedNote note =
        parse(
            "go.sum database tree\n"
                + "6476701\n"
                + "mb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=\n\n"
                + "— sum.golang.org"
                + " Az3grsLX85Gz+s1SiTbgkuqxgItqFq7gsMUEyVnrsa9LM7Us9S+1xbFIGu95949rj4nPRYfvimWEPWL+o3GeoWwOoAw=\n");
    assertThat(note.isSignedBy(sum)).isTrue();
    assertThat(Checkpoint.of(note).size()).isEqualTo(6_476_701);
    assertThat(
            new SignedNote(note.text().replace("701", "702"), note.signatures())
                .verify(List.of(sum)))
        .isEqualTo(new Verdict.Forged(sum));
  }

  @Test
  void oneForgedSignatureSpoilsTheNote() throws MalformedException {
    String forged = "— PeterNeumann " + changed(PETER_SIGNED) + "\n";
    for (String signatures :
        List.of(forged, PETER_SIGNED + forged, forged + PETER_SIGNED, ENOCH_SIGNED + forged)) {
      SignedNote note = parse(TEXT + "\n" + signatures);
      assertThat(note.verify(List.of(PETER, ENOCH))).isEqualTo(new Verdict.Forged(PETER));
      assertThat(note.isSignedBy(PETER)).isFalse();
    }
    assertThat(parse("Another text.\n\n" + PETER_SIGNED).verify(List.of(PETER)))
        .isEqualTo(new Verdict.Forged(PETER));
  }

  @Test
  void aSignatureWithTheNameOrTheIdOfAKnownKeyButNotBothIsIgnored() throws MalformedException {
    String sameId = PETER_SIGNED.replace("PeterNeumann", "CarmenSandiego");
    String sameName = PETER_SIGNED.replace("x08g", "xxxx");
    SignedNote note = parse(TEXT + "\n" + sameId + sameName);
    assertThat(note.verify(List.of(PETER))).isEqualTo(new Verdict.Unsigned());
    assertThat(PETER.verifies(TEXT, note.signatures().getFirst())).isFalse();
    assertThat(PETER.verifies(TEXT, note.signatures().getLast())).isFalse();
  }

  @Test
  void everyBitOfASignatureCounts() throws MalformedException {
    NoteSignature signature = parse(TEXT + "\n" + PETER_SIGNED).signatures().getFirst();
    byte[] all = Base64.getDecoder().decode(signature.base64());
    for (int bit = 0; bit < all.length * 8; bit++) {
      byte[] turned = all.clone();
      turned[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(
              PETER.verifies(
                  TEXT,
                  new NoteSignature("PeterNeumann", Base64.getEncoder().encodeToString(turned))))
          .as("bit %d", bit)
          .isFalse();
    }
  }

  @Test
  void aSignatureOfAnotherLengthIsNone() throws MalformedException {
    byte[] all =
        Base64.getDecoder()
            .decode(parse(TEXT + "\n" + PETER_SIGNED).signatures().getFirst().base64());
    for (int length : new int[] {5, all.length - 1, all.length + 1, 4000}) {
      String base64 = Base64.getEncoder().encodeToString(Arrays.copyOf(all, length));
      assertThat(PETER.verifies(TEXT, new NoteSignature("PeterNeumann", base64)))
          .as("%d bytes", length)
          .isFalse();
    }
  }

  @Test
  void theTextMayHaveEmptyLines() throws MalformedException {
    NoteSigner signer = NoteSigner.of("log", TestKeys.fresh());
    for (String text : List.of("\n", "\n\n", "a\n\nb\n", "a\n\n", "\n— not a signature\n")) {
      SignedNote note = SignedNote.sign(text, signer);
      assertThat(SignedNote.parse(note.bytes())).isEqualTo(note);
      assertThat(note.isSignedBy(signer.verifier())).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\n\n",
        TEXT,
        TEXT + "\n",
        TEXT + PETER_SIGNED,
        TEXT + "\n" + PETER_SIGNED + "Unexpected line.\n",
        TEXT + "\n" + PETER_SIGNED + "\n",
        TEXT + "\n" + "- PeterNeumann x08go/ZJ\n",
        TEXT + "\n" + "—PeterNeumann x08go/ZJ\n",
        TEXT + "\n" + "— PeterNeumann\n",
        TEXT + "\n" + "— PeterNeumann \n",
        TEXT + "\n" + "—  x08go/ZJ\n",
        TEXT + "\n" + "— Bad Name x08go/ZJ\n",
        TEXT + "\n" + "— Bad+Name x08go/ZJ\n",
        TEXT + "\n" + "— Bad\u00a0Name x08go/ZJ\n",
        TEXT + "\n" + "— PeterNeumann  x08go/ZJ\n",
        TEXT + "\n" + "— PeterNeumann x08go/ZJ \n",
        TEXT + "\n" + "— PeterNeumann x08go/ZJ x\n",
        TEXT + "\n" + "— PeterNeumann x08go_ZJ\n",
        TEXT + "\n" + "— PeterNeumann x08go/Z\n",
        TEXT + "\n" + "— PeterNeumann x08go/Z=\n",
        TEXT + "\n" + "— PeterNeumann x08goB==\n",
        TEXT + "\n" + "— PeterNeumann x08goA==\n\n",
        TEXT + "\n" + "— PeterNeumann x08g\n",
        TEXT + "\n" + "— PeterNeumann x08goA==\n",
        TEXT + "\n" + "— PeterNeumann x08gow\n",
        TEXT + "\n" + "— PeterNeumann x08goA==",
        "\u0001" + TEXT + "\n" + PETER_SIGNED,
        "a\r\n\r\n" + "— PeterNeumann x08goA==\r\n",
        "a\t\n\n" + PETER_SIGNED
      })
  void refusesWhatIsNoNote(String note) {
    assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> parse(note));
  }

  @Test
  void refusesWhatIsNoUtf8() {
    byte[] note = (TEXT + "\n" + PETER_SIGNED).getBytes(UTF_8);
    note[3] = (byte) 0xff;
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> SignedNote.parse(note))
        .withMessage("a note is no UTF-8");
  }

  @Test
  void saysWhatIsWrongAndRepeatsNothing() {
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> parse(TEXT + "\n" + PETER_SIGNED + "— x <script>\n"))
        .withMessage("signature 2 is no base64");
  }

  @Test
  void hasLimits() throws MalformedException {
    String shortest = "— a AAAAAAA=\n";
    assertThat(parse("t\n\n" + shortest.repeat(SignedNote.SIGNATURES_MAX)).signatures())
        .hasSize(SignedNote.SIGNATURES_MAX);
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> parse("t\n\n" + shortest.repeat(SignedNote.SIGNATURES_MAX + 1)))
        .withMessage("a note has more than 100 signatures");
    String signed = "\n\n" + shortest;
    String longest = "t".repeat(SignedNote.BYTES_MAX - signed.getBytes(UTF_8).length);
    assertThat(parse(longest + signed).text()).hasSize(longest.length() + 1);
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> parse("t" + longest + signed))
        .withMessage("a note has more than 1048576 bytes");
  }

  @Test
  void takesOnlySignaturesOfKnownKeysAndOfThisText() throws MalformedException {
    SignedNote note = parse(TEXT + "\n" + PETER_SIGNED);
    List<NoteSignature> enoch = parse(TEXT + "\n" + ENOCH_SIGNED).signatures();
    assertThat(note.with(enoch, List.of(ENOCH)).bytes()).isEqualTo(BOTH.getBytes(UTF_8));
    assertThat(note.with(enoch, List.of(PETER))).isEqualTo(note);
    assertThat(note.with(note.signatures(), List.of(PETER))).isEqualTo(note);
    SignedNote other = new SignedNote("Another text.\n", note.signatures());
    assertThat(other.with(enoch, List.of(ENOCH))).isEqualTo(other);
    NoteSignature twin = NoteSigner.of("PeterNeumann", TestKeys.fresh()).sign(TEXT);
    SignedNote twice = new SignedNote(TEXT, List.of(twin, enoch.getFirst()));
    assertThat(twice.with(note.signatures(), List.of(PETER)).signatures())
        .containsExactly(twin, enoch.getFirst(), note.signatures().getFirst());
  }

  @Test
  void isMadeOfLinesAndSignatures() {
    NoteSignature signature = new NoteSignature("a", "AAAAAAA=");
    for (String text : List.of("", "a", "a\r\n", "\u0000\n")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SignedNote(text, List.of(signature)));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new SignedNote("a\n", List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new NoteSignature("a", "AAAA"));
    assertThatIllegalArgumentException().isThrownBy(() -> new NoteSignature("a", "AAAAAA=="));
    assertThatIllegalArgumentException().isThrownBy(() -> new NoteSignature("a b", "AAAAAAA="));
  }

  @Test
  void aSignerShowsNoPrivateKey() {
    NoteSigner signer = NoteSigner.of("PeterNeumann", TestKeys.peter());
    assertThat(signer).hasToString("NoteSigner[" + TestKeys.PETER + "]");
  }

  private static SignedNote parse(String note) throws MalformedException {
    return SignedNote.parse(note.getBytes(UTF_8));
  }

  private static Verdict signed(VerifierKey... keys) {
    return new Verdict.Signed(Set.of(keys));
  }

  /** With the last bit that counts turned. */
  private static String changed(String line) {
    String base64 = line.strip().substring(line.lastIndexOf(' ') + 1);
    byte[] bytes = Base64.getDecoder().decode(base64);
    bytes[bytes.length - 1] ^= 1;
    return Base64.getEncoder().encodeToString(bytes);
  }
}
