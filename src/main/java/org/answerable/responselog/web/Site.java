package org.answerable.responselog.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.answerable.organisation.Organisation;
import org.answerable.platform.web.Bytes;
import org.answerable.platform.web.PageTexts;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What every public page goes through: what is kept, and how it is sent. */
@Component
public class Site {
  static final String HTML = "text/html;charset=utf-8";
  private static final Duration DEMO_AGE = Duration.ofSeconds(2);
  private static final Duration AGE = Duration.ofMinutes(1);

  /** Half of what the public login has of connections. */
  private static final int MADE_AT_ONCE = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private final Semaphore making = new Semaphore(MADE_AT_ONCE, true);
  private final PageCache cache;
  private final TemplateEngine engine;

  Site(PageCache cache, TemplateEngine engine) {
    this.cache = cache;
    this.engine = engine;
  }

  /**
   * A kept page.
   *
   * @param name tells the pages of one organisation apart
   */
  public ResponseEntity<byte[]> page(
      Reader reader, String name, HttpHeaders headers, Function<Reader, Bytes> builder) {
    PageTexts texts = reader.texts();
    String key = name + "|" + texts.language() + "|" + texts.chosen();
    return answer(
        reader,
        cache.page(reader.organisation(), reader.today(), key, () -> builder.apply(reader)),
        headers);
  }

  /**
   * A page that is made for one reader and not kept: of the addresses that anybody can think up
   * there is no end. A few are made at a time, so that they take no other page its turn.
   *
   * @throws ResponseStatusException 429 when too many are asked for at once
   */
  ResponseEntity<byte[]> once(Reader reader, HttpHeaders headers, Function<Reader, Bytes> builder) {
    try {
      if (!making.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS, "stopping", e);
    }
    try {
      return answer(reader, builder.apply(reader), headers);
    } finally {
      making.release();
    }
  }

  /** A page that is not kept here; whoever reads it may keep it as long as any other. */
  ResponseEntity<byte[]> answer(Reader reader, Bytes bytes, HttpHeaders headers) {
    return bytes.answer(
        cacheControl(reader.organisation()), headers.getFirst(HttpHeaders.ACCEPT_ENCODING));
  }

  /** How long whoever read a page may keep it. */
  static CacheControl cacheControl(Organisation organisation) {
    return CacheControl.maxAge(organisation.demo() ? DEMO_AGE : AGE).cachePublic();
  }

  public Bytes html(String template, Map<String, Object> values) {
    return Bytes.of(HTML, render(template, values));
  }

  byte[] render(String template, Map<String, Object> values) {
    var page = new Utf8ByteOutput();
    engine.render(template, values, page);
    var bytes = new ByteArrayOutputStream(page.getContentLength());
    try {
      page.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
