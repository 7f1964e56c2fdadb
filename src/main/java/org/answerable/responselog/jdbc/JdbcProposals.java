package org.answerable.responselog.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.answerable.organisation.Kind;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Echoes;
import org.answerable.responselog.Proposals;
import org.answerable.responselog.PublicText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals through the views that the login {@code public} may read. */
@Component
final class JdbcProposals implements Proposals {
  private static final String SELECT =
      """
      select f.reference, w.text, f.echoes, greatest(f.supported, c.day) as since, o.reason
      from site.feedback f
      left join site.content w on w.organisation = f.organisation and w.hash = f.words
      left join lateral (
        select max(cancelled) as day from site.placed p
        where p.organisation = f.organisation and p.reference = f.reference
          and p.option is not null) c on true
      left join lateral (
        select r.text as reason from site.placed p
        left join site.content r on r.organisation = p.organisation and r.hash = p.reason
        where p.organisation = f.organisation and p.reference = f.reference and p.option is null
        order by p.opens desc, p.poll limit 1) o on true
      where f.organisation = :organisation and f.kind = :proposal and f.status <> 'withdrawn'
        and not exists (select from site.placed p
          where p.organisation = f.organisation and p.reference = f.reference
            and p.option is not null and p.cancelled is null)
      """;

  private final Databases databases;
  private final Echoes echoes;

  JdbcProposals(Databases databases, Echoes echoes) {
    this.databases = databases;
    this.echoes = echoes;
  }

  @Override
  public List<Proposal> due(String organisation, LocalDate today) {
    return select("and f.supported >= :first order by f.supported, f.reference limit :limit")
        .param("organisation", organisation)
        .param("proposal", Kind.PROPOSAL.word())
        .param("first", today.minusDays(DAYS_DUE))
        .param("limit", DUE)
        .query(JdbcProposals::proposal)
        .list();
  }

  @Override
  public List<Proposal> supportable(String organisation, LocalDate today, int limit) {
    List<Proposal> shown =
        select(
                """
                and w.text is not null and f.day > :first
                order by f.echoes desc, f.opened desc limit :limit
                """)
            .param("organisation", organisation)
            .param("proposal", Kind.PROPOSAL.word())
            .param("first", today.minusDays(Echoes.DAYS))
            .param("limit", limit)
            .query(JdbcProposals::proposal)
            .list();
    var taking =
        echoes.taking(organisation, shown.stream().map(Proposal::reference).toList(), today);
    return shown.stream().filter(one -> taking.containsKey(one.reference())).toList();
  }

  @Override
  public List<Placing> placings(String organisation, String reference) {
    return databases
        .as(Login.PUBLIC)
        .sql(
            """
            select p.poll, p.opens, p.closes, p.option, r.text, p.cancelled is not null
            from site.placed p
            left join site.content r on r.organisation = p.organisation and r.hash = p.reason
            where p.organisation = ? and p.reference = ? order by p.opens desc, p.poll
            """)
        .params(organisation, reference)
        .query(
            (row, n) ->
                new Placing(
                    row.getString(1),
                    row.getObject(2, LocalDate.class),
                    row.getObject(3, LocalDate.class),
                    row.getObject(4, Integer.class),
                    row.getString(5),
                    row.getBoolean(6)))
        .list();
  }

  private JdbcClient.StatementSpec select(String rest) {
    return databases.as(Login.PUBLIC).sql(SELECT + rest);
  }

  private static Proposal proposal(ResultSet row, int n) throws SQLException {
    String words = row.getString("text");
    return new Proposal(
        row.getString("reference"),
        words == null ? null : new PublicText(words),
        row.getInt("echoes"),
        row.getObject("since", LocalDate.class),
        row.getString("reason"));
  }
}
