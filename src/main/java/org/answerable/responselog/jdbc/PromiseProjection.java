package org.answerable.responselog.jdbc;

import java.sql.Types;
import java.time.LocalDate;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Entry.ResponsePublished;
import org.answerable.responselog.PollNews;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is promised, and asked of bodies outside, and what became of it. */
final class PromiseProjection {
  private final JdbcClient tx;
  private final String organisation;

  PromiseProjection(JdbcClient tx, String organisation) {
    this.tx = tx;
    this.organisation = organisation;
  }

  void made(ResponsePublished e) {
    Entry.Commitment promise = e.commitment();
    if (promise != null) {
      made(e.reference(), e.day(), promise);
    }
    Entry.Referral referral = e.referral();
    if (referral != null) {
      add(e.reference(), e.day(), referral.body(), null, referral.due());
    }
  }

  /** What leaders promise about a priority: its reference is the poll's. */
  void made(Entry.OfPoll e) {
    if (e.news() instanceof PollNews.PriorityAnswered answered) {
      Entry.Commitment promise = answered.commitment();
      if (promise != null) {
        made(e.reference(), e.day(), promise);
      }
    }
  }

  private void made(String reference, LocalDate day, Entry.Commitment promise) {
    add(reference, day, promise.what(), promise.ownerRole(), promise.due());
  }

  private void add(
      String reference, LocalDate day, byte[] what, @Nullable String owner, LocalDate due) {
    tx.sql(
            """
            insert into responselog.promise (organisation, what, reference, owner_role, made, due)
            values (:organisation, :what, :reference, :owner, :made, :due)
            """)
        .param("organisation", organisation)
        .param("what", what)
        .param("reference", reference)
        .param("owner", owner, Types.VARCHAR)
        .param("made", day)
        .param("due", due)
        .update();
  }

  void kept(LocalDate day, byte[] what, byte[] words) {
    tx.sql(
            """
            update responselog.promise set kept = ?, words = ? where organisation = ? and what = ?
            """)
        .params(day, words, organisation, what)
        .update();
    tx.sql(
            """
            update responselog.feedback f set resolved = coalesce(f.resolved, ?)
            from responselog.promise p
            where p.organisation = ? and p.what = ?
              and f.organisation = p.organisation and f.reference = p.reference
              and f.status <> 'disputed'
            """)
        .params(day, organisation, what)
        .update();
  }

  void missed(LocalDate day, byte[] what) {
    tx.sql("update responselog.promise set missed = ? where organisation = ? and what = ?")
        .params(day, organisation, what)
        .update();
  }
}
