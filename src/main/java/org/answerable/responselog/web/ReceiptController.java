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
import org.answerable.responselog.Tree;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Tells where a receipt stands. Its digits are posted, and stand in no page, address or log. */
@Controller
class ReceiptController {
  private static final int TRIES_PER_MINUTE = 30;
  private static final String AS_FILE = "proof";
  private final Site site;
  private final Receipts receipts;
  private final Tree tree;
  private final Guesses guesses;

  ReceiptController(Site site, Receipts receipts, Tree tree, InstantSource clock) {
    this.site = site;
    this.receipts = receipts;
    this.tree = tree;
    this.guesses = new Guesses(TRIES_PER_MINUTE, clock);
  }

  @GetMapping("/{org}/log/receipt")
  ResponseEntity<byte[]> form(Reader reader) {
    return page(HttpStatus.OK, reader, Map.of());
  }

  @PostMapping("/{org}/log/receipt")
  ResponseEntity<byte[]> check(
      Reader reader,
      @RequestParam(required = false) @Nullable String receipt,
      @RequestParam(required = false) @Nullable String as,
      HttpServletRequest request) {
    if (!guesses.allows(SourceOf.address(request.getRemoteAddr()))) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    Optional<String> digits = Receipt.parse(receipt == null ? "" : receipt);
    if (digits.isEmpty()) {
      return refused(HttpStatus.BAD_REQUEST, reader, "receipt.digits");
    }
    return receipts
        .state(reader.organisation().id(), digits.get())
        .map(state -> answer(state, reader, AS_FILE.equals(as)))
        .orElseGet(() -> refused(HttpStatus.NOT_FOUND, reader, "receipt.unknown"));
  }

  /** The state, and the proof that it was committed to: on the page, or as a file. */
  private ResponseEntity<byte[]> answer(ReceiptState state, Reader reader, boolean asFile) {
    String org = reader.organisation().id();
    Long index = state.index();
    Optional<ReceiptProof> proof =
        index == null ? Optional.empty() : ReceiptProof.of(tree, org, index);
    if (asFile && proof.isPresent()) {
      return TlogController.file(org, proof.get().proof());
    }
    Map<String, Object> values = new HashMap<>(Map.of("state", words(state, reader)));
    proof.ifPresent(it -> values.put("proof", it));
    values.put("inLog", inLog(index, proof.isPresent(), reader));
    return page(HttpStatus.OK, reader, values);
  }

  private static String inLog(@Nullable Long index, boolean proven, Reader reader) {
    if (index == null) {
      return reader.texts().get("receipt.not-in-log");
    }
    return reader.texts().get(proven ? "receipt.in-log" : "receipt.gone", index);
  }

  private ResponseEntity<byte[]> refused(HttpStatus status, Reader reader, String why) {
    return page(status, reader, Map.of("error", reader.texts().get(why)));
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

  private ResponseEntity<byte[]> page(HttpStatus status, Reader reader, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("reader", reader);
    return ResponseEntity.status(status)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_TYPE, Site.HTML)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(site.render("site/receipt.jte", values));
  }
}
