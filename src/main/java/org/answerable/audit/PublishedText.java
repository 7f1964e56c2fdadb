package org.answerable.audit;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import org.answerable.tlog.Hash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text that stands beside the log, for it may have to be erased; its entry has the salted hash.
 *
 * @param place of the entry
 * @param what it is, for people
 */
record PublishedText(Hash hash, String place, String what) {
  /** Of JSON, in which each sign of a text can take six bytes. */
  private static final int BYTES_MAX = 1 << 20;

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The text, which is served as it was signed. */
  String check(Source source) throws Finding, IOException {
    String path = "content/" + hash;
    Optional<byte[]> served = source.find(path, BYTES_MAX);
    if (served.isEmpty()) {
      throw new Finding(
          "%s is missing: %s names it as %s, and nothing says that it was removed."
              .formatted(path, place, what));
    }
    return text(served.get())
        .orElseThrow(
            () ->
                new Finding("%s is not %s that %s was signed with.".formatted(path, what, place)));
  }

  /** Empty: it is another one. */
  private Optional<String> text(byte[] served) {
    try {
      JsonNode json = JSON.readTree(served);
      byte[] salt = HexFormat.of().parseHex(json.path("salt").asString(""));
      String text = json.path("text").asString("");
      return Optional.of(text).filter(it -> Salted.content(salt, it).equals(hash));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
