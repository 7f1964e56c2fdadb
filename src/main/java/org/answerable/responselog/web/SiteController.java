package org.answerable.responselog.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.web.Bytes;
import org.answerable.platform.web.NotFound;
import org.answerable.platform.web.OpenBots;
import org.answerable.platform.web.PageTexts;
import org.answerable.responselog.ConfidenceCounts;
import org.answerable.responselog.Cosignatures;
import org.answerable.responselog.Echoes;
import org.answerable.responselog.Figures;
import org.answerable.responselog.LogHead;
import org.answerable.responselog.MembersSay;
import org.answerable.responselog.Proposals;
import org.answerable.responselog.PublicFeedback;
import org.answerable.responselog.PublicLog;
import org.answerable.responselog.PublicLog.Counts;
import org.answerable.responselog.PublicLog.Filter;
import org.answerable.responselog.Tree;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that anybody may read. */
@Controller
class SiteController implements Prebuilt {
  private static final int LISTED = 3;

  private static final int PAGE = 25;
  private static final Pattern REFERENCE = Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}");
  private final Site site;
  private final PublicLog log;
  private final Tree tree;
  private final Cosignatures cosignatures;
  private final MembersSay.Counted members;
  private final Echoes echoes;
  private final Proposals proposals;
  private final ConfidenceCounts.All confidence;
  private final AnswerableProperties properties;
  private final Organisations organisations;
  private final List<OpenBots> bots;
  private final List<PollPriorities> priorities;

  SiteController(
      Site site,
      PublicLog log,
      Tree tree,
      Cosignatures cosignatures,
      MembersSay.Counted members,
      Echoes echoes,
      Proposals proposals,
      ConfidenceCounts.All confidence,
      AnswerableProperties properties,
      Organisations organisations,
      List<OpenBots> bots,
      List<PollPriorities> priorities) {
    this.site = site;
    this.log = log;
    this.tree = tree;
    this.cosignatures = cosignatures;
    this.members = members;
    this.echoes = echoes;
    this.proposals = proposals;
    this.confidence = confidence;
    this.properties = properties;
    this.organisations = organisations;
    this.bots = List.copyOf(bots);
    this.priorities = List.copyOf(priorities);
  }

  @Override
  public Map<String, Function<Reader, Bytes>> pages() {
    return Map.of("", this::overview, "/log", reader -> log(LogView.of(reader, Map.of())));
  }

  @GetMapping("/")
  ResponseEntity<byte[]> start(
      @RequestParam(required = false) @Nullable String lang, @RequestHeader HttpHeaders headers) {
    PageTexts texts = PageTexts.wanted(lang, headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    Bytes page =
        site.html(
            "site/start.jte",
            Map.of(
                "texts", texts, "organisations", organisations.all(), "demo", properties.demo()));
    return page.answer(
        CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic(),
        headers.getFirst(HttpHeaders.ACCEPT_ENCODING));
  }

  @GetMapping("/{org}")
  ResponseEntity<byte[]> overview(Reader reader, @RequestHeader HttpHeaders headers) {
    return site.page(reader, "overview", headers, this::overview);
  }

  private Bytes overview(Reader reader) {
    String org = reader.organisation().id();
    var figures =
        Figures.of(log.asked(org, Figures.from(reader.today()), reader.today()), reader.today());
    return site.html(
        "site/overview.jte",
        Map.of(
            "reader",
            reader,
            "figures",
            figures,
            "says",
            members.since(org, Figures.from(reader.today())),
            "bots",
            bots.stream().flatMap(some -> some.names(org).stream()).toList(),
            "accounted",
            Accounted.line(log, reader),
            "confidence",
            ConfidenceView.latest(confidence, reader),
            "overdueAll",
            log.counts(org, Filter.none(reader.today())).overdue(),
            "overdue",
            FeedbackView.all(log.overdue(org, reader.today(), LISTED), reader),
            "priorities",
            priorities.stream().flatMap(some -> some.of(reader).stream()).toList(),
            "answered",
            FeedbackView.all(log.answered(org, LISTED), reader)));
  }

  @GetMapping("/{org}/log")
  ResponseEntity<byte[]> log(
      Reader reader,
      @RequestParam Map<String, String> address,
      @RequestHeader HttpHeaders headers) {
    var view = LogView.of(reader, address);
    // what somebody searches for is kept nowhere
    return view.search() == null && view.first()
        ? site.page(reader, "log" + view.query(), headers, it -> log(view))
        : site.once(reader, headers, it -> log(view));
  }

  private Bytes log(LogView view) {
    Reader reader = view.reader();
    String org = reader.organisation().id();
    Counts counts = log.counts(org, view.filter());
    // one more than the page holds tells whether there are older ones
    var found = log.page(org, view.filter(), view.before(), PAGE + 1);
    return site.html(
        "site/log.jte",
        Map.of(
            "view",
            view,
            "counts",
            counts,
            "whole",
            view.filtered() ? log.counts(org, Filter.none(reader.today())).all() : counts.all(),
            "months",
            LogView.months(log.firstDay(org).orElse(reader.today()), reader.today()),
            "feedbacks",
            FeedbackView.all(found.subList(0, Math.min(PAGE, found.size())), reader),
            "more",
            found.size() > PAGE,
            "news",
            RulesView.of(log.declared(org), reader).news(reader.today()),
            "seen",
            LogHead.of(tree, org)
                .map(head -> SeenBy.all(cosignatures, head, reader))
                .orElse(List.of())));
  }

  @GetMapping("/{org}/log/{reference}")
  ResponseEntity<byte[]> entry(
      Reader reader, @PathVariable String reference, @RequestHeader HttpHeaders headers) {
    String written = canonical(reference);
    if (!written.equals(reference)) {
      return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
          .location(URI.create(reader.link("/log/" + written)))
          .build();
    }
    return site.page(reader, "entry|" + written, headers, it -> entry(written, it));
  }

  /**
   * To the proof of its first entry. The page itself names no index: that tells how many texts came
   * before, also those that it must not tell of.
   */
  @GetMapping("/{org}/log/{reference}/proof")
  ResponseEntity<byte[]> proof(Reader reader, @PathVariable String reference) {
    long index =
        log.find(reader.organisation().id(), canonical(reference))
            .orElseThrow(NotFound::new)
            .opened();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .cacheControl(CacheControl.noStore())
        .location(URI.create(reader.path("/tlog/proof/" + index)))
        .build();
  }

  /** People copy references without the hyphen, or in small letters; 404 for anything else. */
  private static String canonical(String typed) {
    String bare = typed.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    String written = bare.length() == 8 ? bare.substring(0, 4) + "-" + bare.substring(4) : bare;
    if (!REFERENCE.matcher(written).matches()) {
      throw new NotFound();
    }
    return written;
  }

  private Bytes entry(String reference, Reader reader) {
    String org = reader.organisation().id();
    PublicFeedback feedback = log.find(org, reference).orElseThrow(NotFound::new);
    var view = new FeedbackView(feedback, reader);
    List<PublicLog.PublicEntry> entries = log.entries(org, reference);
    var amended = new Amended(entries, reader);
    String wordsRemoved = amended.wordsRemoved();
    return site.html(
        "site/entry.jte",
        Map.of(
            "reader",
            reader,
            "view",
            view,
            "steps",
            Timeline.of(view.feedback(), entries, amended, reader),
            "wordsRemoved",
            wordsRemoved == null ? "" : wordsRemoved,
            "placings",
            PlacingView.of(feedback, proposals, reader),
            "takesEchoes",
            !echoes.taking(org, List.of(reference), reader.today()).isEmpty(),
            "logUrl",
            properties.publicUrl() + "/" + org));
  }
}
