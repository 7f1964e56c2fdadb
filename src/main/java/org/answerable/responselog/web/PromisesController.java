package org.answerable.responselog.web;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.answerable.platform.web.Bytes;
import org.answerable.responselog.PublicPromise;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** What was promised: late, open, kept; and what bodies outside were asked. */
@Controller
class PromisesController {
  /** What is late longest, what comes next, what was kept last; the log has all. */
  private static final int SHOWN = 200;

  private final Site site;
  private final PublicPromise.All promises;

  PromisesController(Site site, PublicPromise.All promises) {
    this.site = site;
    this.promises = promises;
  }

  @GetMapping("/{org}/commitments")
  ResponseEntity<byte[]> commitments(Reader reader, @RequestHeader HttpHeaders headers) {
    return site.page(reader, "commitments", headers, this::page);
  }

  private Bytes page(Reader reader) {
    List<PromiseView> all =
        promises.of(reader.organisation().id(), reader.today(), SHOWN).stream()
            .map(one -> new PromiseView(one, reader))
            .toList();
    return site.html(
        "site/commitments.jte",
        Map.of(
            "reader",
            reader,
            "late",
            some(all, one -> !one.isReferral() && one.isLate(reader.today())),
            "open",
            some(
                all, one -> !one.isReferral() && one.kept() == null && !one.isLate(reader.today())),
            "kept",
            some(all, one -> !one.isReferral() && one.kept() != null),
            "referred",
            some(all, PublicPromise::isReferral)));
  }

  private static List<PromiseView> some(List<PromiseView> all, Predicate<PublicPromise> standing) {
    return all.stream().filter(one -> standing.test(one.promise())).toList();
  }
}
