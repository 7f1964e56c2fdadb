package org.answerable.responselog.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.answerable.platform.web.Bytes;
import org.answerable.responselog.Tree;
import org.answerable.tlog.EntryBundle;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.Tile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tiles and bundles as they are served. Full ones never become others, so those that were asked for
 * last are kept.
 */
@Component
class TileCache {
  private static final int KEPT = 256;

  /** A full tile has 8 KB, a bundle of our entries some 60 KB; larger ones are not kept. */
  private static final int KEPT_BYTES_MAX = 128 * 1024;

  private static final String BUNDLES = "tile/entries/";
  private static final String TYPE = "application/octet-stream";
  private final Tree tree;
  private final Map<String, Bytes> full =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bytes> eldest) {
          return size() > KEPT;
        }
      };

  TileCache(Tree tree) {
    this.tree = tree;
  }

  static boolean isBundle(String path) {
    return path.startsWith(BUNDLES);
  }

  /**
   * What is served at a path below a log's prefix; empty: the log has no such tile yet.
   *
   * @throws MalformedException when nothing is ever served there
   */
  Optional<Bytes> find(String organisation, String path) throws MalformedException {
    String name = organisation + "/" + path;
    Bytes known = known(name);
    if (known != null) {
      return Optional.of(known);
    }
    boolean whole;
    Optional<byte[]> found;
    if (isBundle(path)) {
      EntryBundle bundle = EntryBundle.parse(path);
      whole = bundle.width() == Tile.WIDTH;
      found = tree.bundle(organisation, bundle);
    } else {
      Tile tile = Tile.parse(path);
      whole = tile.full();
      found = tree.tile(organisation, tile);
    }
    return found.map(bytes -> keep(name, whole, Bytes.of(TYPE, bytes)));
  }

  private @Nullable Bytes known(String name) {
    synchronized (full) {
      return full.get(name);
    }
  }

  private Bytes keep(String name, boolean whole, Bytes bytes) {
    if (whole && bytes.plain().length <= KEPT_BYTES_MAX) {
      synchronized (full) {
        full.put(name, bytes);
      }
    }
    return bytes;
  }
}
