package org.answerable.organisation;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerable.platform.Loopback;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.SignatureType;
import org.answerable.tlog.VerifierKey;
import org.snakeyaml.engine.v2.nodes.Node;

/** The file's witnesses. */
final class WitnessList {
  private static final String KEY = "witnesses";

  private WitnessList() {}

  static List<Witness> read(Section top) {
    List<Witness> witnesses = new ArrayList<>();
    Set<String> names = new HashSet<>();
    if (top.has(KEY)) {
      for (Node node : top.items(KEY, FileLimits.WITNESSES)) {
        witness(Section.of(node, "a witness", Keys.WITNESS, top.problems()), names)
            .ifPresent(witnesses::add);
      }
    }
    return witnesses;
  }

  private static Optional<Witness> witness(Section section, Set<String> names) {
    Optional<VerifierKey> key = key(section);
    Optional<URI> url = url(section);
    if (key.isPresent() && !names.add(key.get().name())) {
      section.problem(
          "key", "the witness " + key.get().name() + " stands here twice; keep one of them");
    }
    return key.flatMap(known -> url.map(place -> new Witness(known, place)));
  }

  private static Optional<VerifierKey> key(Section section) {
    String vkey = section.text("key", FileLimits.WITNESS_CHARS);
    if (vkey.isEmpty()) {
      return Optional.empty();
    }
    try {
      VerifierKey key = VerifierKey.parse(vkey);
      if (key.type() == SignatureType.COSIGNATURE) {
        return Optional.of(key);
      }
      section.problem("key", "this is a log's key; ask the witness for its own verifier key");
    } catch (MalformedException e) {
      section.problem(
          "key",
          "this is no witness's verifier key (" + e.getMessage() + "); copy it whole, in quotes");
    }
    return Optional.empty();
  }

  /** No query and nobody's name: what is asked is no secret, and neither is who asks. */
  private static Optional<URI> url(Section section) {
    String written = section.text("url", FileLimits.WITNESS_CHARS);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI url =
          URI.create(written.endsWith("/") ? written.substring(0, written.length() - 1) : written);
      boolean bare =
          url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawQuery() == null
              && url.getRawFragment() == null;
      if (bare
          && ("https".equals(url.getScheme())
              || "http".equals(url.getScheme()) && Loopback.is(url))) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException e) {
      // told below, like any other address that can't be asked
    }
    section.problem(
        "url",
        "a witness is asked at an https address without user and query, as"
            + " https://witness.example.org/w1");
    return Optional.empty();
  }
}
