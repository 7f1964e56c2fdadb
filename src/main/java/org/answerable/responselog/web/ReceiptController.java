package org.answerable.responselog.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.answerable.platform.SourceOf;
import org.answerable.responselog.Receipt;
import org.answerable.responselog.ReceiptState;
import org.answerable.responselog.Receipts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Tells where a receipt stands. Its digits are posted, and stand in no page, address or log. */
@Controller
class ReceiptController {
  private static final int TRIES_PER_MINUTE = 30;
  private final Site site;
  private final Receipts receipts;
  private final Guesses guesses;

  ReceiptController(Site site, Receipts receipts, InstantSource clock) {
    this.site = site;
    this.receipts = receipts;
    this.guesses = new Guesses(TRIES_PER_MINUTE, clock);
  }

  @GetMapping("/{org}/log/receipt")
  ResponseEntity<byte[]> form(
      @PathVariable String org,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader HttpHeaders headers) {
    return page(HttpStatus.OK, site.reader(org, lang, headers), null, null);
  }

  @PostMapping("/{org}/log/receipt")
  ResponseEntity<byte[]> check(
      @PathVariable String org,
      @RequestParam(required = false) @Nullable String lang,
      @RequestParam(required = false) @Nullable String receipt,
      @RequestHeader HttpHeaders headers,
      HttpServletRequest request) {
    Reader reader = site.reader(org, lang, headers);
    if (!guesses.allows(SourceOf.address(request.getRemoteAddr()))) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    Optional<String> digits = Receipt.parse(receipt == null ? "" : receipt);
    if (digits.isEmpty()) {
      return page(HttpStatus.BAD_REQUEST, reader, null, reader.texts().get("receipt.digits"));
    }
    return receipts
        .state(org, digits.get())
        .map(state -> page(HttpStatus.OK, reader, words(state, reader), null))
        .orElseGet(
            () -> page(HttpStatus.NOT_FOUND, reader, null, reader.texts().get("receipt.unknown")));
  }

  /** Taken in, due, late or answered: one text for every sensitivity. */
  private static String words(ReceiptState state, Reader reader) {
    String day = reader.day(state.day());
    LocalDate withdrawn = state.withdrawn();
    if (withdrawn != null) {
      return reader.texts().get("receipt.withdrawn", day, reader.day(withdrawn));
    }
    LocalDate answered = state.answered();
    LocalDate due = state.due();
    if (answered != null) {
      return reader.texts().get("receipt.answered", day, reader.day(answered));
    }
    if (due == null) {
      return reader.texts().get("receipt.taken-in", day);
    }
    return reader
        .texts()
        .get(state.late(reader.today()) ? "receipt.late" : "receipt.due", day, reader.day(due));
  }

  private ResponseEntity<byte[]> page(
      HttpStatus status, Reader reader, @Nullable String state, @Nullable String error) {
    Map<String, Object> values = new HashMap<>();
    values.put("reader", reader);
    if (state != null) {
      values.put("state", state);
    }
    if (error != null) {
      values.put("error", error);
    }
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_TYPE, Site.HTML)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(site.render("site/receipt.jte", values));
  }
}
