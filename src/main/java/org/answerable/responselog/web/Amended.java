package org.answerable.responselog.web;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.answerable.responselog.Entry;
import org.answerable.responselog.PublicLog.PublicEntry;
import org.jspecify.annotations.Nullable;

/** What became of the texts about one feedback since they were published. */
final class Amended {
  private static final HexFormat HEX = HexFormat.of();
  private final Reader reader;
  private final Map<String, Entry.Redaction> removed = new HashMap<>();
  private final Map<String, Entry.Correction> corrected = new HashMap<>();
  private byte @Nullable [] words;

  Amended(List<PublicEntry> entries, Reader reader) {
    this.reader = reader;
    for (PublicEntry one : entries) {
      switch (one.entry()) {
        case Entry.Redaction e -> removed.put(HEX.formatHex(e.of()), e);
        case Entry.Correction e -> corrected.put(HEX.formatHex(e.of()), e);
        case Entry.WordsPublished e -> words = e.words();
        default -> {}
      }
    }
  }

  /** Says of a text that it was removed, or that another one stands in its place; null: neither. */
  @Nullable String note(byte[] text) {
    String hash = HEX.formatHex(text);
    Entry.Redaction gone = removed.get(hash);
    if (gone != null) {
      return sentence(gone);
    }
    Entry.Correction other = corrected.get(hash);
    return other == null ? null : reader.texts().get("said.corrected", reader.day(other.day()));
  }

  /** Says that the published words were removed; null: they were not. */
  @Nullable String wordsRemoved() {
    Entry.Redaction gone = words == null ? null : removed.get(HEX.formatHex(words));
    return gone == null ? null : sentence(gone);
  }

  /** "Removed on 24 Nov, because it showed who somebody is." */
  String sentence(Entry.Redaction gone) {
    String why = reader.texts().get("removed." + gone.reason().word());
    return reader.texts().get("removed", reader.day(gone.day()), why);
  }
}
