package org.answerable.responselog;

import java.io.IOException;
import java.util.Locale;
import org.answerable.platform.Sha256;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * A part of what an organisation declares, by which it treats what people write. The log names it
 * before anything is treated so, and nobody can say later that it was another one.
 *
 * @param canonical a JSON object
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a>
 */
public record Declaration(What what, String canonical) {
  /** Which part. */
  public enum What {
    /** Until when. */
    DEADLINES,
    /** Who gets what, and who never sees it. */
    ROUTING,
    /** The words by which danger is found. Whoever knows them knows what is not found. */
    WORDS;

    /** The word of the log: {@code deadlines}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The part that {@link #word()} names; empty: none. */
    static @Nullable What ofWord(String word) {
      for (What what : values()) {
        if (what.word().equals(word)) {
          return what;
        }
      }
      return null;
    }
  }

  /** Of any JSON object. */
  public static Declaration of(What what, String json) {
    try {
      return new Declaration(what, new JsonCanonicalizer(json).getEncodedString());
    } catch (IOException e) {
      throw new IllegalStateException("what we wrote is no JSON", e);
    }
  }

  /** {@code SHA-256(canonical)}, as {@code sha256sum} has it. */
  public byte[] hash() {
    return Sha256.of(canonical);
  }

  /** What stands in the log beside the hash; null: nothing. */
  public @Nullable String published() {
    return what == What.WORDS ? null : canonical;
  }
}
