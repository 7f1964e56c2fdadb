package org.answerable.responselog.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.web.Bytes;
import org.answerable.responselog.PublicFeedback;
import org.answerable.responselog.PublicLog;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The log for other programs. */
@Controller
class FeedController implements Prebuilt {
  private static final int CHANGES = 50;
  private static final int CHUNK = 500;
  private final Site site;
  private final PublicLog log;
  private final String publicUrl;

  FeedController(Site site, PublicLog log, AnswerableProperties properties) {
    this.site = site;
    this.log = log;
    this.publicUrl = properties.publicUrl().toString();
  }

  @Override
  public Map<String, Function<Reader, Bytes>> pages() {
    return Map.of("/log.atom", this::atom, "/log.json", this::json);
  }

  @GetMapping("/{org}/log.atom")
  ResponseEntity<byte[]> atom(Reader reader, @RequestHeader HttpHeaders headers) {
    return site.page(reader, "atom", headers, this::atom);
  }

  private Bytes atom(Reader reader) {
    var changes = log.changes(reader.organisation().id(), CHANGES);
    return Bytes.of("application/atom+xml;charset=utf-8", Atom.feed(changes, reader, publicUrl));
  }

  @GetMapping("/{org}/log.json")
  ResponseEntity<byte[]> json(Reader reader, @RequestHeader HttpHeaders headers) {
    return site.page(reader, "json", headers, this::json);
  }

  private Bytes json(Reader reader) {
    var changes = log.changes(reader.organisation().id(), CHANGES);
    return Bytes.of("application/feed+json", JsonFeed.of(changes, reader, publicUrl));
  }

  @GetMapping("/{org}/log.csv")
  void csv(Reader reader, @RequestHeader HttpHeaders headers, HttpServletResponse response)
      throws IOException {
    table(reader, Csv.HEADER, "log.csv", headers, response);
  }

  /** The same table, with the row by which humanitarian tools know its columns. */
  @GetMapping("/{org}/log.hxl.csv")
  void hxl(Reader reader, @RequestHeader HttpHeaders headers, HttpServletResponse response)
      throws IOException {
    table(reader, Csv.HEADER + Csv.HXL, "log.hxl.csv", headers, response);
  }

  /**
   * Every feedback, newest first. Read in chunks, so that a slow reader holds no connection to the
   * database, and a long log no memory.
   */
  private void table(
      Reader reader, String head, String name, HttpHeaders headers, HttpServletResponse response)
      throws IOException {
    List<PublicFeedback> chunk = chunk(reader, Long.MAX_VALUE);
    response.setContentType("text/csv;charset=utf-8;header=present");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"%s-%s\"".formatted(reader.organisation().id(), name));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(compressed(headers, response), StandardCharsets.UTF_8))) {
      out.write(head);
      while (!chunk.isEmpty()) {
        for (PublicFeedback feedback : chunk) {
          out.write(Csv.row(feedback, reader.today()));
        }
        chunk = chunk.size() < CHUNK ? List.of() : chunk(reader, chunk.getLast().opened());
      }
    }
  }

  private List<PublicFeedback> chunk(Reader reader, long before) {
    return log.page(
        reader.organisation().id(), PublicLog.Filter.none(reader.today()), before, CHUNK);
  }

  private static OutputStream compressed(HttpHeaders headers, HttpServletResponse response)
      throws IOException {
    String accepted = headers.getFirst(HttpHeaders.ACCEPT_ENCODING);
    if (accepted == null || !accepted.toLowerCase(Locale.ROOT).contains("gzip")) {
      return response.getOutputStream();
    }
    response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    return new GZIPOutputStream(response.getOutputStream());
  }
}
