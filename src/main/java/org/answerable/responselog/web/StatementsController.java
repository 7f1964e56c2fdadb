package org.answerable.responselog.web;

import java.util.List;
import java.util.Map;
import org.answerable.platform.web.Bytes;
import org.answerable.responselog.ConfidenceCounts;
import org.answerable.responselog.PublicStatement;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** What the organisation says of itself: who it is, who pays, when the office is closed. */
@Controller
class StatementsController {
  /** The latest of them; older ones stand in the log. */
  private static final int SHOWN = 100;

  private final Site site;

  /** Two years of quarters. */
  private static final int QUARTERS = 8;

  private final PublicStatement.All statements;
  private final ConfidenceCounts.All confidence;

  StatementsController(Site site, PublicStatement.All statements, ConfidenceCounts.All confidence) {
    this.site = site;
    this.statements = statements;
    this.confidence = confidence;
  }

  @GetMapping("/{org}/statements")
  ResponseEntity<byte[]> statements(Reader reader, @RequestHeader HttpHeaders headers) {
    return site.page(reader, "statements", headers, this::page);
  }

  private Bytes page(Reader reader) {
    List<PublicStatement> stated = statements.of(reader.organisation().id(), SHOWN);
    List<StatementView> all =
        stated.stream().map(one -> new StatementView(one, stated, reader)).toList();
    return site.html(
        "site/statements.jte",
        Map.of(
            "reader",
            reader,
            "governance",
            about(all, PublicStatement.GOVERNANCE),
            "funding",
            about(all, PublicStatement.FUNDING),
            "closed",
            about(all, PublicStatement.CLOSED),
            "confidence",
            ConfidenceView.some(confidence, reader, QUARTERS)));
  }

  private static List<StatementView> about(List<StatementView> all, String what) {
    return all.stream().filter(one -> one.statement().about().equals(what)).toList();
  }
}
