package org.answerable.platform.keys;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A column whose values are sealed under an epoch's keys and begin with the epoch's number, four
 * bytes. When the epoch changes, each of them is sealed anew. Its table has a column {@code
 * organisation}.
 *
 * @param table with its schema
 * @param place the column that the seal is bound to; a UUID or bytes
 * @param lost what is done with a row whose value opens no more, for its keys are gone
 */
public record SealedColumn(String table, String column, String place, Again again, Lost lost) {
  /** In place of a text that opens no more; leaders read it. */
  public static final String LOST_WORDS =
      "[These words were lost when an old backup was put back.]";

  private static final String TEXT = "text";
  private static final String TEXT_KEY = "text_key";

  /** One whose row is of no use when it opens no more. */
  public SealedColumn(String table, String column, String place, Again again) {
    this(table, column, place, again, (organisation, id) -> List.of());
  }

  /** The keys of texts, which {@link Sealer} wrapped. */
  public static SealedColumn ofTexts(Sealer sealer, String table, String id) {
    return ofTexts(sealer, table, id, 0);
  }

  /**
   * The keys of texts, which {@link Sealer} wrapped.
   *
   * @param saltBytes how many stand before the words
   */
  public static SealedColumn ofTexts(Sealer sealer, String table, String id, int saltBytes) {
    return new SealedColumn(
        table,
        TEXT_KEY,
        id,
        (organisation, place, key) -> sealer.wrapAgain(organisation, (UUID) place, key),
        (organisation, place) -> {
          byte[] words = LOST_WORDS.getBytes(StandardCharsets.UTF_8);
          byte[] plain = new byte[saltBytes + words.length];
          System.arraycopy(words, 0, plain, saltBytes, words.length);
          Sealed sealed = sealer.seal(organisation, (UUID) place, plain);
          return List.of(new Value(TEXT_KEY, sealed.key()), new Value(TEXT, sealed.text()));
        });
  }

  /** The same, whose row goes when it opens no more. */
  public SealedColumn orItsRowGoes() {
    return new SealedColumn(table, column, place, again);
  }

  /** Opens a value and seals it under the living epoch. */
  @FunctionalInterface
  public interface Again {
    byte[] seal(String organisation, Object place, byte[] sealed);
  }

  /** What stands in a row instead; nothing: the row goes. */
  @FunctionalInterface
  public interface Lost {
    List<Value> instead(String organisation, Object place);
  }

  /** What a column gets. */
  public record Value(String column, byte @Nullable [] bytes) {}
}
