package org.answerable.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The style sheet and the mark, under {@code /assets/}. Their links carry a hash of the content, so
 * that they can be kept for a year and still change with the next version.
 */
public final class Assets {
  private static final Map<String, String> TYPES =
      Map.of("css", "text/css;charset=utf-8", "svg", "image/svg+xml", "js", "text/javascript");
  private static final Map<String, Optional<Bytes>> KEPT = new ConcurrentHashMap<>();

  private Assets() {}

  /** The link to a file of {@code static/assets/}. */
  public static String href(String file) {
    Bytes asset = find(file).orElseThrow(() -> new IllegalStateException("no asset " + file));
    return "/assets/" + file + "?v=" + asset.hash();
  }

  static Optional<Bytes> find(String file) {
    if (!file.matches("[a-z0-9-]{1,40}\\.(css|svg|js)")) {
      return Optional.empty();
    }
    // a name that isn't there is not kept, so that asking for many fills nothing
    Optional<Bytes> kept = KEPT.get(file);
    if (kept == null) {
      kept = Optional.ofNullable(read(file));
      if (kept.isPresent()) {
        KEPT.put(file, kept);
      }
    }
    return kept;
  }

  private static @Nullable Bytes read(String file) {
    try (InputStream in = Assets.class.getResourceAsStream("/static/assets/" + file)) {
      if (in == null) {
        return null;
      }
      String type = TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "text/plain");
      return Bytes.of(type, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
