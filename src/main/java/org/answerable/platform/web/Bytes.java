package org.answerable.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.answerable.platform.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Something that many people read and that rarely changes: built once, compressed once, and known
 * by the hash of its content.
 */
public record Bytes(String type, String hash, byte[] plain, byte[] gzip) {
  private static final String VARY = "Accept-Encoding, Accept-Language";

  public static Bytes of(String type, byte[] content) {
    return new Bytes(type, hash(content), content, gzip(content));
  }

  /** The whole, compressed where the reader can; Spring turns a known ETag into a 304. */
  public ResponseEntity<byte[]> answer(CacheControl cache, @Nullable String acceptEncoding) {
    boolean small =
        acceptEncoding != null && acceptEncoding.toLowerCase(Locale.ROOT).contains("gzip");
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .cacheControl(cache)
            .header(HttpHeaders.CONTENT_TYPE, type)
            .header(HttpHeaders.VARY, VARY)
            .eTag(small ? hash + "-gz" : hash);
    if (small) {
      answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return answer.body(small ? gzip : plain);
  }

  /** The same, without any framework between. */
  public void write(HttpServletRequest request, HttpServletResponse response, String cacheControl)
      throws IOException {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    boolean small = accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
    String tag = '"' + (small ? hash + "-gz" : hash) + '"';
    response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
    response.setHeader(HttpHeaders.VARY, VARY);
    response.setHeader(HttpHeaders.ETAG, tag);
    if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(type);
    if (small) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    byte[] body = small ? gzip : plain;
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  /**
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2">RFC 9110 §13.1.2</a>
   */
  private static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(String::strip)
            .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
  }

  private static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** 16 hexadecimal digits of SHA-256: enough to tell versions apart. */
  private static String hash(byte[] content) {
    return HexFormat.of().formatHex(Sha256.of(content), 0, 8);
  }
}
