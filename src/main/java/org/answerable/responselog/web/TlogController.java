package org.answerable.responselog.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.answerable.platform.web.Bytes;
import org.answerable.platform.web.NotFound;
import org.answerable.responselog.Content;
import org.answerable.responselog.Tree;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.TlogProof;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log for whoever checks it: for programs, so in no language.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles, "Parameters" and below</a>
 */
@Controller
class TlogController {
  private static final String TILES = "/tile/";
  private static final String TEXT = "text/plain;charset=utf-8";

  /** "immutable", for nothing that is served under a tile's name ever changes. */
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** The one way to write an index; no log has as many entries as need more digits. */
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final Tree tree;
  private final TileCache tiles;

  TlogController(Tree tree, TileCache tiles) {
    this.tree = tree;
    this.tiles = tiles;
  }

  @GetMapping("/{org}/tlog/checkpoint")
  ResponseEntity<byte[]> checkpoint(@PathVariable String org) {
    return fresh().body(tree.checkpoint(org).orElseThrow(NotFound::new));
  }

  @GetMapping("/{org}/tlog/key")
  ResponseEntity<byte[]> key(@PathVariable String org) {
    return fresh().body((tree.key(org) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Tiles and bundles of entries: {@code tile/0/x001/067}, {@code tile/entries/000.p/12}. */
  @GetMapping("/{org}/tlog/tile/**")
  ResponseEntity<byte[]> tile(
      @PathVariable String org,
      HttpServletRequest request,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false)
          @Nullable String encodings) {
    // as it was sent: the standard knows one way to write a tile's name
    String uri = request.getRequestURI();
    int start = uri.indexOf(TILES);
    String path = start < 0 ? "" : uri.substring(start + 1);
    try {
      return served(
          tiles.find(org, path).orElseThrow(NotFound::new), TileCache.isBundle(path), encodings);
    } catch (MalformedException e) {
      throw new NotFound();
    }
  }

  /** Hashes can't be compressed, entries can. */
  private static ResponseEntity<byte[]> served(
      Bytes bytes, boolean compressible, @Nullable String encodings) {
    boolean small =
        compressible && encodings != null && encodings.toLowerCase(Locale.ROOT).contains("gzip");
    var answer =
        ResponseEntity.ok()
            .cacheControl(FOR_EVER)
            .header(HttpHeaders.CONTENT_TYPE, bytes.type())
            .eTag(small ? bytes.hash() + "-gz" : bytes.hash());
    if (compressible) {
      answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
    if (small) {
      answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return answer.body(small ? bytes.gzip() : bytes.plain());
  }

  @GetMapping("/{org}/tlog/proof/{index}")
  ResponseEntity<byte[]> proof(@PathVariable String org, @PathVariable String index) {
    if (!INDEX.matcher(index).matches()) {
      throw new NotFound();
    }
    return file(org, tree.proof(org, Long.parseLong(index)).orElseThrow(NotFound::new));
  }

  static ResponseEntity<byte[]> file(String org, TlogProof proof) {
    String name = org + "-" + proof.index() + TlogProof.FILE_ENDING;
    return fresh()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(proof.bytes());
  }

  /** A text whose salted hash an entry carries, with its salt; 410 for ever once it is erased. */
  @GetMapping("/{org}/tlog/content/{hash}")
  ResponseEntity<byte[]> content(@PathVariable String org, @PathVariable String hash) {
    if (!HASH.matcher(hash).matches()) {
      throw new NotFound();
    }
    byte[] salted = HexFormat.of().parseHex(hash);
    Content content = tree.content(org, salted).orElseThrow(() -> missing(org, salted));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            JsonMapper.shared()
                .writeValueAsBytes(
                    Map.of(
                        "salt", HexFormat.of().formatHex(content.salt()),
                        "text", content.text())));
  }

  private ResponseStatusException missing(String org, byte[] hash) {
    return new ResponseStatusException(
        tree.isErased(org, hash) ? HttpStatus.GONE : HttpStatus.NOT_FOUND);
  }

  /** A text that may be another one the next moment. */
  private static ResponseEntity.BodyBuilder fresh() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_TYPE, TEXT);
  }
}
