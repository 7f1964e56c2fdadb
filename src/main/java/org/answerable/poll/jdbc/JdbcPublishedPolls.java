package org.answerable.poll.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.poll.Figures;
import org.answerable.poll.PublishedPoll;
import org.answerable.poll.PublishedPolls;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.PollNews;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The polls of the log, through the views that the login {@code public} may read. */
@Component
final class JdbcPublishedPolls implements PublishedPolls {
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
    return references.stream()
        .map(reference -> read(organisation, reference, news.get(reference), false))
        .toList();
  }

  @Override
  public Optional<PublishedPoll> find(String organisation, String reference) {
    return Optional.ofNullable(news(organisation, List.of(reference)).get(reference))
        .map(news -> read(organisation, reference, news, true));
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

  private PublishedPoll read(
      String organisation, String reference, @Nullable List<Entry> found, boolean whole) {
    PollNews.Announced announced = null;
    PollNews.Closed closed = null;
    PollNews.Tallied tallied = null;
    String cancelled = null;
    List<Entry> all = Objects.requireNonNull(found, "a poll that was not announced");
    for (Entry entry : all) {
      PollNews news = entry instanceof Entry.OfPoll one ? one.news() : null;
      switch (news) {
        case null -> {}
        case PollNews.Announced e -> announced = e;
        case PollNews.Closed e -> closed = e;
        case PollNews.Tallied e -> tallied = e;
        case PollNews.Cancelled e -> cancelled = e.reason();
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
        cancelled,
        whole && closed != null ? lines(organisation, closed.ballots()) : null,
        whole && closed != null ? lines(organisation, closed.receipts()) : null,
        figures == null ? null : Figures.read(figures),
        new PriorityReader(hash -> whole ? text(organisation, hash) : null).read(all));
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
