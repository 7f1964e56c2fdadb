package org.answerable.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What others send is either read, and then is exactly what we would have written, or refused with
 * {@link MalformedException}. Nothing else may happen.
 */
class HostileBytesTest {
  private static final int TRIES = Integer.getInteger("hostile", 20_000);

  /** Signs that mean something in one format or another. */
  private static final List<String> SEASONING =
      List.of(
          "\n",
          "\r\n",
          "\n\n",
          " ",
          "  ",
          "\t",
          "\0",
          "—",
          "— ",
          "+",
          "=",
          "==",
          "0",
          "-1",
          "/",
          "x000/",
          ".p/",
          ".p/0",
          "9223372036854775808",
          "99999999999999999999",
          "\u00a0",
          "\ud7ff",
          "é",
          "A",
          "old ",
          "index ",
          "extra ",
          "tile/",
          "entries/");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  /** Reads, and writes what was read. */
  private interface Form {
    byte[] again(byte[] bytes) throws MalformedException;
  }

  private static final NoteSigner LOG = NoteSigner.of("example.com/log", TestKeys.peter());
  private static final MemoryTree TREE = MemoryTree.ofSize(20);
  private static final SignedNote NOTE =
      new Checkpoint("example.com/log", 20, MerkleTree.head(20, TREE)).sign(LOG);

  @Test
  void notes() {
    hostile(NOTE.bytes(), bytes -> SignedNote.parse(bytes).bytes());
  }

  @Test
  void checkpoints() {
    hostile(
        NOTE.text().getBytes(UTF_8),
        bytes -> {
          String text = Strict.lines(bytes, SignedNote.BYTES_MAX, "it");
          return Checkpoint.parse(text).text().getBytes(UTF_8);
        });
  }

  @Test
  void verifierKeys() {
    hostile(
        TestKeys.PETER.getBytes(UTF_8),
        bytes -> VerifierKey.parse(new String(bytes, UTF_8)).toString().getBytes(UTF_8));
  }

  @Test
  void proofs() {
    TlogProof proof = TlogProof.of(InclusionProof.prove(7, 20, TREE), NOTE);
    hostile(proof.bytes(), bytes -> TlogProof.parse(bytes).bytes());
    TlogProof more = new TlogProof("c2FsdA==", 7, proof.path(), NOTE);
    hostile(more.bytes(), bytes -> TlogProof.parse(bytes).bytes());
  }

  @Test
  void requests() {
    AddCheckpoint asked = AddCheckpoint.of(ConsistencyProof.prove(7, 20, TREE), NOTE);
    hostile(asked.bytes(), bytes -> AddCheckpoint.parse(bytes).bytes());
  }

  @Test
  void answers() {
    String lines = NOTE.signatures().getFirst().line().repeat(2);
    hostile(
        lines.getBytes(UTF_8),
        bytes -> {
          StringBuilder again = new StringBuilder();
          WitnessAnswer answer = WitnessAnswer.of(200, "", bytes);
          ((WitnessAnswer.Cosigned) answer)
              .signatures()
              .forEach(signature -> again.append(signature.line()));
          return again.toString().getBytes(UTF_8);
        });
  }

  @Test
  void paths() {
    hostile(
        "tile/1/x001/067.p/8".getBytes(UTF_8),
        bytes -> Tile.parse(new String(bytes, UTF_8)).path().getBytes(UTF_8));
    hostile(
        "tile/entries/x001/067.p/8".getBytes(UTF_8),
        bytes -> EntryBundle.parse(new String(bytes, UTF_8)).path().getBytes(UTF_8));
  }

  @Test
  void bundles() {
    byte[] served = EntryBundle.bytes(List.of(new byte[3], new byte[0], new byte[300]));
    hostile(served, bytes -> EntryBundle.bytes(new EntryBundle(0, 3).entries(bytes)));
  }

  private void hostile(byte[] valid, Form form) {
    assertReadOrRefused(valid, form);
    for (int i = 0; i < TRIES; i++) {
      byte[] bytes = valid;
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        bytes = changed(bytes);
      }
      assertReadOrRefused(bytes, form);
    }
  }

  private void assertReadOrRefused(byte[] bytes, Form form) {
    byte[] again;
    try {
      again = form.again(bytes);
    } catch (MalformedException e) {
      assertThat(e.getMessage()).isNotEmpty();
      return;
    } catch (RuntimeException e) {
      throw new AssertionError("seed %d, bytes %s".formatted(seed, new String(bytes, UTF_8)), e);
    }
    assertThat(again).as("seed %d", seed).isEqualTo(bytes);
  }

  private byte[] changed(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(6));
    return switch (random.nextInt(5)) {
      case 0 -> join(bytes, at, to, new byte[] {(byte) random.nextInt(256)});
      case 1 -> join(bytes, at, to, new byte[0]);
      case 2 -> join(bytes, at, at, seasoning());
      case 3 -> join(bytes, at, to, seasoning());
      default -> join(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
    };
  }

  private byte[] seasoning() {
    return SEASONING.get(random.nextInt(SEASONING.size())).getBytes(UTF_8);
  }

  private static byte[] join(byte[] bytes, int from, int to, byte[] between) {
    byte[] joined = new byte[from + between.length + bytes.length - to];
    System.arraycopy(bytes, 0, joined, 0, from);
    System.arraycopy(between, 0, joined, from, between.length);
    System.arraycopy(bytes, to, joined, from + between.length, bytes.length - to);
    return joined;
  }
}
