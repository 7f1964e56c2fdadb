package org.answerable.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.answerable.testing.StandInWitness;
import org.answerable.testing.StandInWitness.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a log asks of a witness, and what it makes of the answers. */
class WitnessTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_679_315_147);
  private static final NoteSigner LOG = NoteSigner.of("example.com/log", TestKeys.peter());
  private static final MemoryTree TREE = MemoryTree.ofSize(20);

  private final StandInWitness witness =
      new StandInWitness("witness.example/w1").watching(LOG.verifier());

  @Test
  void aGrowingLogIsCosigned() throws MalformedException {
    long known = 0;
    for (int size : new int[] {1, 7, 8, 8, 20}) {
      SignedNote note = checkpoint(size);
      WitnessAnswer answer = ask(known, size, note);
      assertThat(answer).isInstanceOf(WitnessAnswer.Cosigned.class);
      SignedNote cosigned =
          note.with(((WitnessAnswer.Cosigned) answer).signatures(), List.of(witness.key()));
      assertThat(cosigned.isSignedBy(witness.key())).isTrue();
      assertThat(cosigned.isSignedBy(LOG.verifier())).isTrue();
      known = size;
    }
  }

  @Test
  void aWitnessTellsWhichSizeItKnows() throws MalformedException {
    ask(0, 7, checkpoint(7));
    assertThat(ask(0, 20, checkpoint(20))).isEqualTo(new WitnessAnswer.OtherSize(7));
    assertThat(ask(7, 20, checkpoint(20))).isInstanceOf(WitnessAnswer.Cosigned.class);
  }

  @Test
  void anotherHeadOfTheSameSizeIsNotCosigned() throws MalformedException {
    ask(0, 7, checkpoint(7));
    SignedNote other = new Checkpoint("example.com/log", 7, Hash.EMPTY).sign(LOG);
    assertThat(ask(7, 7, other)).isEqualTo(new WitnessAnswer.OtherHead());
  }

  @Test
  void aRewrittenLogIsNotCosigned() throws MalformedException {
    ask(0, 7, checkpoint(7));
    SignedNote other = new Checkpoint("example.com/log", 20, Hash.EMPTY).sign(LOG);
    assertThat(ask(7, 20, other)).isEqualTo(WitnessAnswer.Refused.WRONG_PROOF);
  }

  @Test
  void strangersAreRefused() throws MalformedException {
    NoteSigner stranger = NoteSigner.of("example.com/log", TestKeys.fresh());
    Checkpoint checkpoint = new Checkpoint("example.com/log", 7, MerkleTree.head(7, TREE));
    assertThat(ask(0, 7, checkpoint.sign(stranger))).isEqualTo(WitnessAnswer.Refused.UNKNOWN_KEY);
    Checkpoint other = new Checkpoint("example.com/other", 7, MerkleTree.head(7, TREE));
    assertThat(ask(0, 7, other.sign(LOG))).isEqualTo(WitnessAnswer.Refused.UNKNOWN_LOG);
  }

  @Test
  void aRequestIsTheSpecificationsFormat() throws MalformedException {
    AddCheckpoint asked = AddCheckpoint.of(ConsistencyProof.prove(2, 3, TREE), checkpoint(3));
    String expected =
        "old 2\n" + TREE.read(0, 2).base64() + "\n\n" + new String(checkpoint(3).bytes(), UTF_8);
    assertThat(new String(asked.bytes(), UTF_8)).isEqualTo(expected);
    assertThat(AddCheckpoint.parse(asked.bytes())).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "'new 2\\n\\nNOTE', 'line 1: this is not the line \"old\"'",
    "'old\\n\\nNOTE', 'line 1: this is not the line \"old\"'",
    "'old 02\\n\\nNOTE', line 1: the old size has leading zeroes",
    "'old -2\\n\\nNOTE', line 1: the old size is no decimal number",
    "'old 4\\n\\nNOTE', the old size is larger than the checkpoint's",
    "'old 3\\nNOTE', line 2: the hash is no base64",
    "'old 3\\n\\n', a note has an empty line before its signatures"
  })
  void saysWhatIsWrongWithARequest(String text, String what) {
    String body =
        text.replace("\\n", "\n").replace("NOTE", new String(checkpoint(3).bytes(), UTF_8));
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> AddCheckpoint.parse(body.getBytes(UTF_8)))
        .withMessage(what);
  }

  @Test
  void aRequestHasAtMostSixtyThreeHashes() throws MalformedException {
    List<Hash> path = Collections.nCopies(63, Hash.EMPTY);
    AddCheckpoint most = new AddCheckpoint(1, path, checkpoint(3));
    assertThat(AddCheckpoint.parse(most.bytes())).isEqualTo(most);
    AddCheckpoint more = new AddCheckpoint(1, Collections.nCopies(64, Hash.EMPTY), checkpoint(3));
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> AddCheckpoint.parse(more.bytes()))
        .withMessage("line 65: a proof has at most 63 hashes");
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> AddCheckpoint.parse(new byte[2 * SignedNote.BYTES_MAX + 1]))
        .withMessage("a request has more than 2097152 bytes");
  }

  @Test
  void answersAreReadByTheirStatus() throws MalformedException {
    assertThat(WitnessAnswer.of(400, "", new byte[0])).isEqualTo(WitnessAnswer.Refused.BAD_REQUEST);
    assertThat(WitnessAnswer.of(500, "", new byte[0]))
        .isEqualTo(new WitnessAnswer.Unavailable(500));
    assertThat(WitnessAnswer.of(429, "", new byte[0]))
        .isEqualTo(new WitnessAnswer.Unavailable(429));
    assertThat(size("0\n")).isEqualTo(new WitnessAnswer.OtherSize(0));
    assertThat(size("20852014\n")).isEqualTo(new WitnessAnswer.OtherSize(20_852_014));
  }

  @Test
  void malformedAnswersAreRefused() {
    for (String body : List.of("", "\n", "5", "5\n\n", "05\n", "5\n6\n", "-1\n", "5\r\n")) {
      assertThatExceptionOfType(MalformedException.class).as(body).isThrownBy(() -> size(body));
    }
    for (String body : List.of("", "\n", "— w AAAAAAA=", "\n— w AAAAAAA=\n", "cosigned\n")) {
      assertThatExceptionOfType(MalformedException.class)
          .as(body)
          .isThrownBy(() -> WitnessAnswer.of(200, "", body.getBytes(UTF_8)));
    }
  }

  /** A witness that is none of the organisation's, or that cosigned something else. */
  @Test
  void onlyCosignaturesOfKnownWitnessesAreTaken() throws MalformedException {
    SignedNote note = checkpoint(7);
    List<NoteSignature> given = ((WitnessAnswer.Cosigned) ask(0, 7, note)).signatures();
    assertThat(note.with(given, List.of())).isEqualTo(note);
    assertThat(checkpoint(8).with(given, List.of(witness.key()))).isEqualTo(checkpoint(8));
  }

  private WitnessAnswer ask(long known, int size, SignedNote note) throws MalformedException {
    byte[] body = AddCheckpoint.of(ConsistencyProof.prove(known, size, TREE), note).bytes();
    Response response = witness.addCheckpoint(body, NOW);
    return WitnessAnswer.of(response.status(), response.type(), response.body());
  }

  private static WitnessAnswer size(String body) throws MalformedException {
    return WitnessAnswer.of(409, WitnessAnswer.SIZE_TYPE, body.getBytes(UTF_8));
  }

  private static SignedNote checkpoint(int size) {
    return new Checkpoint("example.com/log", size, MerkleTree.head(size, TREE)).sign(LOG);
  }
}
