package org.answerable.poll.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.poll.Figures;
import org.answerable.poll.PublishedPoll;
import org.answerable.poll.PublishedPolls;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.PollHashes;
import org.answerable.responselog.PollJson;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PollTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The polls of the log, through the views that the login {@code public} may read. */
@Component
final class JdbcPublishedPolls implements PublishedPolls {
  private static final HexFormat HEX = HexFormat.of();
  private final Databases databases;

  JdbcPublishedPolls(Databases databases) {
    this.databases = databases;
  }

  private JdbcClient db() {
    return databases.as(Login.PUBLIC);
  }

  @Override
  public List<PublishedPoll> all(String organisation, int limit) {
    List<String> references =
        db().sql(
                """
                select reference from site.poll where organisation = :organisation
                order by index desc limit :limit
                """)
            .param("organisation", organisation)
            .param("limit", limit)
            .query(String.class)
            .list();
    Map<String, List<Entry>> news = news(organisation, references);
    Map<String, String> words = words(organisation, news.values());
    return references.stream()
        .map(reference -> read(organisation, reference, entries(news, reference), words, false))
        .toList();
  }

  @Override
  public Optional<PublishedPoll> find(String organisation, String reference) {
    Map<String, List<Entry>> news = news(organisation, List.of(reference));
    return Optional.ofNullable(news.get(reference))
        .map(
            entries ->
                read(organisation, reference, entries, words(organisation, news.values()), true));
  }

  private static List<Entry> entries(Map<String, List<Entry>> news, String reference) {
    return Objects.requireNonNull(news.get(reference), "a poll that was not announced");
  }

  private Map<String, List<Entry>> news(String organisation, List<String> references) {
    Map<String, List<Entry>> news = new LinkedHashMap<>();
    if (!references.isEmpty()) {
      db().sql(
              """
              select body from site.entry
              where organisation = :organisation and reference in (:references) order by index
              """)
          .param("organisation", organisation)
          .param("references", references)
          .query((row, n) -> EntryJson.read(row.getBytes(1)))
          .list()
          .forEach(
              entry -> {
                String about = Objects.requireNonNull(EntryJson.reference(entry), "of a poll");
                news.computeIfAbsent(about, key -> new ArrayList<>()).add(entry);
              });
    }
    return news;
  }

  /** What is still there of the words of some polls, by their hashes. */
  private Map<String, String> words(String organisation, Collection<List<Entry>> polls) {
    byte[][] hashes =
        polls.stream()
            .flatMap(List::stream)
            .flatMap(entry -> entry instanceof Entry.OfPoll one ? hashes(one.news()) : Stream.of())
            .toArray(byte[][]::new);
    Map<String, String> words = new HashMap<>();
    db().sql("select hash, text from site.content where organisation = ? and hash = any (?)")
        .params(organisation, hashes)
        .query(
            row -> {
              words.put(HEX.formatHex(row.getBytes(1)), row.getString(2));
            });
    return words;
  }

  private static Stream<byte[]> hashes(PollNews news) {
    return switch (news) {
      case PollNews.Announced e ->
          Stream.of(
                  List.of(e.words().question(), e.words().askedBy()),
                  e.words().labels(),
                  e.words().reasons())
              .flatMap(List::stream);
      case PollNews.Cancelled e -> Stream.of(e.reason());
      case PollNews.Closed e -> Stream.of();
      case PollNews.Tallied e -> Stream.of();
      case PollNews.Late e -> Stream.of();
      case PollNews.Removed e -> Stream.of();
      case PollNews.PriorityOverdue e -> Stream.of();
      case PollNews.PriorityAnswered e -> Stream.of();
    };
  }

  private PublishedPoll read(
      String organisation,
      String reference,
      List<Entry> all,
      Map<String, String> words,
      boolean whole) {
    PollNews.Announced announced = null;
    PollNews.Closed closed = null;
    PollNews.Tallied tallied = null;
    PollNews.Late late = null;
    PollNews.Cancelled cancelled = null;
    List<PublishedPoll.Removal> removed = new ArrayList<>();
    for (Entry entry : all) {
      PollNews news = entry instanceof Entry.OfPoll one ? one.news() : null;
      switch (news) {
        case null -> {}
        case PollNews.Announced e -> announced = said(e, words);
        case PollNews.Closed e -> closed = e;
        case PollNews.Tallied e -> tallied = e;
        case PollNews.Late e -> late = e;
        case PollNews.Cancelled e -> cancelled = e;
        case PollNews.Removed e -> removed.add(new PublishedPoll.Removal(entry.day(), e));
        case PollNews.PriorityOverdue e -> {}
        case PollNews.PriorityAnswered e -> {}
      }
    }
    String figures =
        !whole || tallied == null
            ? null
            : tallied.figures().map(hash -> text(organisation, hash)).orElse(null);
    return new PublishedPoll(
        reference,
        Objects.requireNonNull(announced, "a poll that was not announced"),
        closed,
        tallied,
        late,
        cancelled,
        cancelled == null ? null : words.get(HEX.formatHex(cancelled.reason())),
        removed,
        whole && closed != null ? lines(organisation, closed.ballots()) : null,
        whole && closed != null ? lines(organisation, closed.receipts()) : null,
        figures == null ? null : Figures.read(figures),
        new PriorityReader(hash -> whole ? text(organisation, hash) : null).read(all));
  }

  private static PollNews.Announced said(PollNews.Announced bare, Map<String, String> words) {
    PollHashes hashes = bare.words();
    PollTerms terms =
        bare.terms()
            .saying(
                byLanguage(words, hashes.question()),
                hashes.labels().stream().map(hash -> byLanguage(words, hash)).toList(),
                words.getOrDefault(HEX.formatHex(hashes.askedBy()), ""),
                hashes.reasons().stream().map(hash -> byLanguage(words, hash)).toList());
    return new PollNews.Announced(terms, hashes, bare.tieHash());
  }

  /** Empty: it was removed. */
  private static Map<String, String> byLanguage(Map<String, String> words, byte[] hash) {
    String json = words.get(HEX.formatHex(hash));
    return json == null ? Map.of() : PollJson.readWords(json);
  }

  private @Nullable List<String> lines(String organisation, byte[] hash) {
    String text = text(organisation, hash);
    return text == null ? null : text.lines().toList();
  }

  private @Nullable String text(String organisation, byte[] hash) {
    return db().sql("select text from site.content where organisation = ? and hash = ?")
        .params(organisation, hash)
        .query(String.class)
        .optional()
        .orElse(null);
  }
}
