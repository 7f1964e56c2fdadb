package org.answerable.responselog.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.answerable.organisation.Hotline;
import org.answerable.platform.web.Bytes;
import org.answerable.platform.web.OpenBots;
import org.answerable.platform.web.PageTexts;
import org.answerable.responselog.Cosignatures;
import org.answerable.responselog.Figures;
import org.answerable.responselog.LogHead;
import org.answerable.responselog.PublicLog;
import org.answerable.responselog.PublicLog.Filter;
import org.answerable.responselog.Tree;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** What the line can do and what it can't; and the sheet of it for the door. */
@Controller
class AboutController implements Prebuilt {
  /** As many as fit on one sheet of A4 with the rest. */
  private static final int LISTED = 3;

  private final Site site;
  private final PublicLog log;
  private final Tree tree;
  private final Cosignatures cosignatures;
  private final List<OpenBots> bots;

  AboutController(
      Site site, PublicLog log, Tree tree, Cosignatures cosignatures, List<OpenBots> bots) {
    this.site = site;
    this.log = log;
    this.tree = tree;
    this.cosignatures = cosignatures;
    this.bots = List.copyOf(bots);
  }

  @Override
  public Map<String, Function<Reader, Bytes>> pages() {
    return Map.of("/how", this::how, "/noticeboard", this::noticeboard);
  }

  @GetMapping("/{org}/how")
  ResponseEntity<byte[]> how(Reader reader, @RequestHeader HttpHeaders headers) {
    return site.page(reader, "how", headers, this::how);
  }

  private Bytes how(Reader reader) {
    Map<String, Object> values = withHead(reader);
    values.put("rules", RulesView.of(log.declared(reader.organisation().id()), reader));
    values.put("keys", FocalKeyView.all(log, reader));
    Hotline crisis = reader.organisation().crisis().get(reader.texts().language());
    if (crisis != null) {
      values.put("crisis", crisis.number());
    }
    return site.html("site/how.jte", values);
  }

  @GetMapping("/{org}/noticeboard")
  ResponseEntity<byte[]> noticeboard(Reader reader, @RequestHeader HttpHeaders headers) {
    return site.page(reader, "noticeboard", headers, this::noticeboard);
  }

  private Bytes noticeboard(Reader reader) {
    String org = reader.organisation().id();
    var today = reader.today();
    Map<String, Object> values = withHead(reader);
    values.put("figures", Figures.of(log.asked(org, Figures.from(today), today), today));
    values.put("bots", bots.stream().flatMap(some -> some.names(org).stream()).toList());
    values.put("overdueAll", log.counts(org, Filter.none(today)).overdue());
    values.put("overdue", FeedbackView.all(log.overdue(org, today, LISTED), reader));
    values.put("answered", FeedbackView.all(log.answered(org, LISTED), reader));
    values.put("languages", otherLanguages(reader));
    return site.html("site/noticeboard.jte", values);
  }

  /** Those of the organisation that have pages, but the one of the sheet. */
  private static List<PageTexts> otherLanguages(Reader reader) {
    return reader.organisation().languages().stream()
        .filter(PageTexts.LANGUAGES::contains)
        .filter(language -> !language.equals(reader.texts().language()))
        .map(PageTexts::in)
        .toList();
  }

  private Map<String, Object> withHead(Reader reader) {
    Map<String, Object> values = new HashMap<>();
    values.put("reader", reader);
    values.put("accounted", Accounted.line(log, reader));
    LogHead.of(tree, reader.organisation().id())
        .ifPresent(
            head -> {
              values.put("head", head);
              values.put("seen", SeenBy.all(cosignatures, head, reader));
            });
    return values;
  }
}
