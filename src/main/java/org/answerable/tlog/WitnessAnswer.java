package org.answerable.tlog;

import java.util.List;

/**
 * What a witness answers to {@link AddCheckpoint}.
 *
 * @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness, "add-checkpoint"</a>
 */
public sealed interface WitnessAnswer {
  /** The type of an answer that tells a size. */
  String SIZE_TYPE = "text/x.tlog.size";

  /**
   * It cosigned.
   *
   * @param signatures not verified yet: {@link SignedNote#with} takes those of known keys
   */
  record Cosigned(List<NoteSignature> signatures) implements WitnessAnswer {
    public Cosigned {
      signatures = List.copyOf(signatures);
    }
  }

  /** It cosigned a tree of another size last: ask again with the proof from that one. */
  record OtherSize(long size) implements WitnessAnswer {}

  /**
   * It knows the size, and another head of it: this log shows different people different things.
   */
  record OtherHead() implements WitnessAnswer {}

  /** It will not. */
  enum Refused implements WitnessAnswer {
    /** 400: it can't read the request. */
    BAD_REQUEST,
    /** 403: it trusts none of the keys that signed the checkpoint. */
    UNKNOWN_KEY,
    /** 404: it does not watch a log of that origin. */
    UNKNOWN_LOG,
    /** 422: the consistency proof does not verify. */
    WRONG_PROOF
  }

  /** The witness, or what stands before it, fails: ask later. */
  record Unavailable(int status) implements WitnessAnswer {}

  /**
   * Reads an answer.
   *
   * @param status of HTTP
   * @param type the {@code Content-Type}, empty if there is none
   */
  static WitnessAnswer of(int status, String type, byte[] body) throws MalformedException {
    return switch (status) {
      case 200 -> new Cosigned(signatures(body));
      case 400 -> Refused.BAD_REQUEST;
      case 403 -> Refused.UNKNOWN_KEY;
      case 404 -> Refused.UNKNOWN_LOG;
      case 409 -> type.equals(SIZE_TYPE) ? new OtherSize(size(body)) : new OtherHead();
      case 422 -> Refused.WRONG_PROOF;
      default -> new Unavailable(status);
    };
  }

  private static List<NoteSignature> signatures(byte[] body) throws MalformedException {
    String lines = Strict.lines(body, SignedNote.BYTES_MAX, "a witness's answer");
    return SignedNote.signatures(lines);
  }

  private static long size(byte[] body) throws MalformedException {
    Lines lines = new Lines(Strict.lines(body, SignedNote.BYTES_MAX, "a witness's answer"));
    long size = Strict.decimal(lines.next("the size"), lines.here("the size"));
    if (!lines.atEnd()) {
      throw new MalformedException("a witness's answer goes on behind the size");
    }
    return size;
  }
}
