package org.answerable.responselog;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.responselog.PublicLog.PublicEntry;
import org.jspecify.annotations.Nullable;

/**
 * A text about one feedback that anybody can read now.
 *
 * @param hash its salted hash, as the log has it, in hex
 * @param standing no other one stands in its place
 */
public record Published(What what, String hash, PublicText text, boolean standing) {
  private static final HexFormat HEX = HexFormat.of();

  /** What it is. */
  public enum What {
    WORDS,
    RESPONSE,
    PROMISE
  }

  /** Whether another one may stand in its place: words are a member's, a promise is a promise. */
  public boolean mayBeCorrected() {
    return what == What.RESPONSE && standing;
  }

  /**
   * Those of one feedback, in the order in which they were published.
   *
   * @param entries all about it, oldest first
   */
  public static List<Published> of(List<PublicEntry> entries) {
    Map<String, Published> all = new LinkedHashMap<>();
    for (PublicEntry one : entries) {
      switch (one.entry()) {
        case Entry.ResponsePublished e -> {
          put(all, What.RESPONSE, e.response(), one.text());
          Entry.Commitment promise = e.commitment();
          if (promise != null) {
            put(all, What.PROMISE, promise.what(), one.promise());
          }
        }
        case Entry.WordsPublished e -> put(all, What.WORDS, e.words(), one.text());
        case Entry.Correction e -> {
          all.computeIfPresent(HEX.formatHex(e.of()), (hash, before) -> before.replaced());
          put(all, What.RESPONSE, e.to(), one.text());
        }
        default -> {}
      }
    }
    return new ArrayList<>(all.values());
  }

  /** What was removed has no text any more. */
  private static void put(
      Map<String, Published> all, What what, byte[] hash, @Nullable PublicText text) {
    if (text != null) {
      String hex = HEX.formatHex(hash);
      all.put(hex, new Published(what, hex, text, true));
    }
  }

  /** The same, with another one in its place. */
  public Published replaced() {
    return new Published(what, hash, text, false);
  }

  @Override
  public String toString() {
    return "Published[redacted]";
  }
}
