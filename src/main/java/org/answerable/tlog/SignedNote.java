package org.answerable.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text and who signed it. The text means nothing before {@link #verify} said that somebody
 * believed has signed it.
 *
 * @param text each of its lines ends
 * @param signatures one or more, in their order
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note, "Format"</a>
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** "Verifiers SHOULD apply a maximum limit"; they must take 16 of up to some 7 KB each. */
  public static final int SIGNATURES_MAX = 100;

  /** Of all of a note. */
  public static final int BYTES_MAX = 1 << 20;

  public SignedNote {
    if (!Strict.isLines(text)) {
      throw new IllegalArgumentException("a note's text is no text of lines");
    }
    if (signatures.isEmpty() || signatures.size() > SIGNATURES_MAX) {
      throw new IllegalArgumentException("a note with " + signatures.size() + " signatures");
    }
    signatures = List.copyOf(signatures);
  }

  /** What came of looking at a note's signatures. */
  public sealed interface Verdict {
    /** These keys signed it; what others signed beside them was not looked at. */
    record Signed(Set<VerifierKey> by) implements Verdict {
      public Signed {
        by = Set.copyOf(by);
      }
    }

    /** None of the known keys says that it signed it. */
    record Unsigned() implements Verdict {}

    /** It says that a known key signed it, and that is not so: the whole note is refused. */
    record Forged(VerifierKey key) implements Verdict {}
  }

  /** Signs a text. */
  public static SignedNote sign(String text, NoteSigner signer) {
    return new SignedNote(text, List.of(signer.sign(text)));
  }

  /** Reads a note, and believes nothing of it. */
  public static SignedNote parse(byte[] bytes) throws MalformedException {
    return parse(Strict.lines(bytes, BYTES_MAX, "a note"));
  }

  /** "The text is separated from the signatures by the last empty line in the note." */
  static SignedNote parse(String note) throws MalformedException {
    int end = note.lastIndexOf("\n\n");
    if (end < 0) {
      throw new MalformedException("a note has an empty line before its signatures");
    }
    List<NoteSignature> signatures = signatures(note.substring(end + 2));
    if (signatures.isEmpty()) {
      throw new MalformedException("a note has no signature");
    }
    return new SignedNote(note.substring(0, end + 1), signatures);
  }

  /** Signature lines alone. */
  static List<NoteSignature> signatures(String text) throws MalformedException {
    List<NoteSignature> signatures = new ArrayList<>();
    for (Lines lines = new Lines(text); !lines.atEnd(); ) {
      if (signatures.size() == SIGNATURES_MAX) {
        throw new MalformedException("a note has more than " + SIGNATURES_MAX + " signatures");
      }
      String line = lines.next("a signature");
      signatures.add(NoteSignature.parse(line, "signature " + (signatures.size() + 1)));
    }
    return signatures;
  }

  /** Its bytes; of what {@link #parse} read, the very same ones. */
  public byte[] bytes() {
    return written().getBytes(StandardCharsets.UTF_8);
  }

  String written() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()));
    return note.toString();
  }

  /**
   * Looks at the signatures of known keys, all of them; ignores those of others, also when name or
   * key ID, but not both, are a known key's.
   *
   * @see <a href="https://c2sp.org/signed-note">C2SP signed-note, "Signatures"</a>
   */
  public Verdict verify(Collection<VerifierKey> known) {
    Set<VerifierKey> by = new LinkedHashSet<>();
    for (NoteSignature signature : signatures) {
      for (VerifierKey key : known) {
        if (key.claimed(signature)) {
          if (!key.verifies(text, signature)) {
            return new Verdict.Forged(key);
          }
          by.add(key);
        }
      }
    }
    return by.isEmpty() ? new Verdict.Unsigned() : new Verdict.Signed(by);
  }

  /** Whether this key signed it. */
  public boolean isSignedBy(VerifierKey key) {
    return verify(List.of(key)) instanceof Verdict.Signed;
  }

  /**
   * The note with further signatures, as far as they are known keys' and of this text. An earlier
   * one of the same key gives way.
   *
   * @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness: "The client MUST ignore any
   *     cosignatures from unknown keys"</a>
   */
  public SignedNote with(List<NoteSignature> more, Collection<VerifierKey> known) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    for (NoteSignature signature : more) {
      if (known.stream().anyMatch(key -> key.verifies(text, signature))) {
        all.removeIf(
            old -> old.name().equals(signature.name()) && old.keyId() == signature.keyId());
        all.add(signature);
      }
    }
    return new SignedNote(text, all);
  }
}
