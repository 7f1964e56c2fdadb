package org.answerable.responselog.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.answerable.platform.web.Bytes;
import org.answerable.platform.web.NotFound;
import org.answerable.responselog.PublicFeedback;
import org.answerable.responselog.PublicLog;
import org.answerable.responselog.PublicLog.Filter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The log for programs that read Open311, to read only. */
@Controller
class Open311Controller {
  private static final int CHUNK = 500;
  private final Site site;
  private final PublicLog log;

  Open311Controller(Site site, PublicLog log) {
    this.site = site;
    this.log = log;
  }

  @GetMapping("/{org}/open311/v2/services.{format:json|xml}")
  ResponseEntity<byte[]> services(
      Reader reader, @PathVariable String format, @RequestHeader HttpHeaders headers) {
    return site.page(
        reader, "services." + format, headers, it -> written(Open311.services(it), format));
  }

  @GetMapping("/{org}/open311/v2/requests.{format:json|xml}")
  ResponseEntity<byte[]> requests(
      Reader reader,
      @PathVariable String format,
      @RequestParam Map<String, String> arguments,
      @RequestHeader HttpHeaders headers) {
    var query = Open311Query.of(arguments, reader.today());
    Function<Reader, Bytes> builder = it -> written(Open311.requests(found(query, it), it), format);
    return query.equals(Open311Query.of(Map.of(), reader.today()))
        ? site.page(reader, "requests." + format, headers, builder)
        : site.once(reader, headers, builder);
  }

  @GetMapping("/{org}/open311/v2/requests/{reference}.{format:json|xml}")
  ResponseEntity<byte[]> request(
      Reader reader,
      @PathVariable String reference,
      @PathVariable String format,
      @RequestHeader HttpHeaders headers) {
    return site.page(
        reader,
        "request." + format + "|" + reference,
        headers,
        it ->
            written(
                Open311.requests(FeedbackView.all(List.of(found(it, reference)), it), it), format));
  }

  private PublicFeedback found(Reader reader, String reference) {
    return log.find(reader.organisation().id(), reference).orElseThrow(NotFound::new);
  }

  /** Newest first; as many as fit into one answer. Ids override all other arguments. */
  private List<FeedbackView> found(Open311Query query, Reader reader) {
    String org = reader.organisation().id();
    if (!query.ids().isEmpty()) {
      List<PublicFeedback> named =
          query.ids().stream()
              .flatMap(id -> log.find(org, id.toUpperCase(Locale.ROOT)).stream())
              .sorted(Comparator.comparing(PublicFeedback::opened).reversed())
              .toList();
      return FeedbackView.all(named, reader);
    }
    var filter = Filter.between(query.from(), query.to(), reader.today());
    List<FeedbackView> found = new ArrayList<>();
    long before = Long.MAX_VALUE;
    boolean more = true;
    while (more) {
      List<PublicFeedback> chunk = log.page(org, filter, before, CHUNK);
      FeedbackView.all(chunk, reader).stream()
          .filter(query::wants)
          .limit(Open311Query.REQUESTS_MAX - found.size())
          .forEach(found::add);
      more = chunk.size() == CHUNK && found.size() < Open311Query.REQUESTS_MAX;
      before = chunk.isEmpty() ? before : chunk.getLast().opened();
    }
    return found;
  }

  private static Bytes written(Open311.Listing listing, String format) {
    return format.equals("json")
        ? Bytes.of("application/json;charset=utf-8", listing.json())
        : Bytes.of("text/xml;charset=utf-8", listing.xml());
  }
}
