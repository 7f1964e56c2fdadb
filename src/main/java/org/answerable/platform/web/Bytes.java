package org.answerable.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Something that many people read and that rarely changes: built once, compressed once, and known
 * by the hash of its content.
 */
public record Bytes(String type, String hash, byte[] plain, byte[] gzip) {
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
            .header(HttpHeaders.VARY, "Accept-Encoding, Accept-Language")
            .eTag(small ? hash + "-gz" : hash);
    if (small) {
      answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return answer.body(small ? gzip : plain);
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
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 of the JDK is missing", e);
    }
  }
}
