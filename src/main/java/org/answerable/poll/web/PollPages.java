package org.answerable.poll.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerable.ballot.file.BltWriter;
import org.answerable.ballot.file.PabulibWriter;
import org.answerable.platform.web.Bytes;
import org.answerable.platform.web.NotFound;
import org.answerable.poll.Count;
import org.answerable.poll.Form;
import org.answerable.poll.PollLimits;
import org.answerable.poll.PublishedPoll;
import org.answerable.poll.PublishedPolls;
import org.answerable.poll.SoFar;
import org.answerable.responselog.Proposals;
import org.answerable.responselog.web.Reader;
import org.answerable.responselog.web.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The votes as everybody may see them, and the files from which they can be counted again. */
@Controller
class PollPages {
  private static final String TEXT = "text/plain;charset=utf-8";
  private static final Pattern NAME =
      Pattern.compile("([A-Z0-9]{4}-[A-Z0-9]{4})(\\.blt|\\.csv|\\.pb|\\.receipts)?");
  private final Site site;
  private final PublishedPolls polls;
  private final SoFar soFar;
  private final Proposals proposals;

  PollPages(Site site, PublishedPolls polls, SoFar soFar, Proposals proposals) {
    this.site = site;
    this.polls = polls;
    this.soFar = soFar;
    this.proposals = proposals;
  }

  @GetMapping("/{org}/polls")
  ResponseEntity<byte[]> all(Reader reader, @RequestHeader HttpHeaders headers) {
    return site.page(reader, "polls", headers, this::all);
  }

  private Bytes all(Reader reader) {
    List<PollView> views =
        polls.all(reader.organisation().id(), PollLimits.LISTED).stream()
            .map(poll -> new PollView(poll, reader))
            .toList();
    return site.html(
        "poll/polls.jte", Map.of("reader", reader, "polls", views, "proposals", proposals(reader)));
  }

  /** Those that are due first. */
  private List<ProposalView> proposals(Reader reader) {
    String org = reader.organisation().id();
    LocalDate today = reader.today();
    return Stream.concat(
            proposals.due(org, today).stream(),
            proposals.supportable(org, today, PollLimits.LISTED).stream()
                .filter(one -> one.since() == null))
        .map(one -> new ProposalView(one, reader))
        .toList();
  }

  /** A poll's page, or one of its files. */
  @GetMapping("/{org}/polls/{name}")
  ResponseEntity<byte[]> one(
      Reader reader, @PathVariable String name, @RequestHeader HttpHeaders headers) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw new NotFound();
    }
    String ending = Objects.requireNonNullElse(parts.group(2), "");
    int votes = soFar.votes(reader.organisation().id(), parts.group(1));
    return site.page(
        reader,
        "poll|" + name + "|" + votes,
        headers,
        it -> bytes(it, parts.group(1), ending, votes));
  }

  private Bytes bytes(Reader reader, String reference, String ending, int votes) {
    PublishedPoll poll =
        polls.find(reader.organisation().id(), reference).orElseThrow(NotFound::new);
    return switch (ending) {
      case ".blt" -> text(TEXT, blt(poll, reader));
      case ".pb" -> text(TEXT, pabulib(poll, reader));
      case ".csv" -> text("text/csv;charset=utf-8;header=present", csv(poll));
      case ".receipts" -> text(TEXT, lines(poll.receipts()).stream());
      default ->
          site.html(
              "poll/poll.jte",
              Map.of("reader", reader, "view", new PollView(poll, reader), "soFar", votes));
    };
  }

  private static Stream<String> blt(PublishedPoll poll, Reader reader) {
    requireBudget(poll, false);
    return BltWriter.lines(count(poll, reader).ranked());
  }

  private static Stream<String> pabulib(PublishedPoll poll, Reader reader) {
    requireBudget(poll, true);
    return PabulibWriter.lines(count(poll, reader).budget());
  }

  private static void requireBudget(PublishedPoll poll, boolean wanted) {
    if ((Form.of(poll.terms().form()) == Form.BUDGET) != wanted) {
      throw new NotFound();
    }
  }

  /** No cell begins a formula: the first is a number, the second begins with one. */
  private static Stream<String> csv(PublishedPoll poll) {
    Map<String, Long> copies =
        lines(poll.ballots()).stream()
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return Stream.concat(
        Stream.of("ballots,ballot"),
        copies.entrySet().stream().map(one -> one.getValue() + "," + one.getKey()));
  }

  private static Count count(PublishedPoll poll, Reader reader) {
    List<String> ballots = lines(poll.ballots()); // none are shown of an open poll
    byte[] secret = Objects.requireNonNull(poll.closed(), "ballots of an open poll").tieSecret();
    return new Count(poll.terms(), ballots, secret, reader.organisation().defaultLanguage());
  }

  private static List<String> lines(@Nullable List<String> shown) {
    if (shown == null) {
      throw new NotFound();
    }
    return shown;
  }

  private static Bytes text(String type, Stream<String> lines) {
    String all = lines.map(line -> line + "\n").collect(Collectors.joining());
    return Bytes.of(type, all.getBytes(StandardCharsets.UTF_8));
  }
}
