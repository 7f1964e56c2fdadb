package org.answerable.responselog.jdbc;

import java.sql.Types;
import java.time.LocalDate;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PollTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What polls did with the proposals that were due. */
final class PlacingProjection {
  private final JdbcClient tx;
  private final String organisation;

  PlacingProjection(JdbcClient tx, String organisation) {
    this.tx = tx;
    this.organisation = organisation;
  }

  void announced(String poll, PollNews.Announced announced) {
    PollTerms terms = announced.terms();
    for (int place = 0; place < terms.options().size(); place++) {
      String proposal = terms.options().get(place).proposal();
      if (proposal != null) {
        add(poll, terms, proposal, place + 1, null);
      }
    }
    for (int place = 0; place < terms.leftOut().size(); place++) {
      byte[] reason = announced.words().reasons().get(place);
      add(poll, terms, terms.leftOut().get(place).reference(), null, reason);
    }
  }

  private void add(
      String poll,
      PollTerms terms,
      String proposal,
      @Nullable Integer option,
      byte @Nullable [] reason) {
    tx.sql(
            """
            insert into responselog.placed
              (organisation, poll, reference, opens, closes, option, reason)
            values (:organisation, :poll, :reference, :opens, :closes, :option, :reason)
            on conflict do nothing
            """)
        .param("organisation", organisation)
        .param("poll", poll)
        .param("reference", proposal)
        .param("opens", terms.opens())
        .param("closes", terms.closes())
        .param("option", option, Types.INTEGER)
        .param("reason", reason, Types.BINARY)
        .update();
  }

  /** Nobody decided about them: they are due again. */
  void cancelled(String poll, LocalDate day) {
    tx.sql("update responselog.placed set cancelled = ? where organisation = ? and poll = ?")
        .params(day, organisation, poll)
        .update();
  }
}
