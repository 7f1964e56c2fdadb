package org.answerable.poll.jdbc;

import java.util.HashMap;
import java.util.Map;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.poll.PollSteps;
import org.answerable.responselog.Suppressed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Steps in PostgreSQL. */
@Component
final class JdbcPollSteps implements PollSteps {
  private static final String SUBSCRIBERS = "subscribers";
  private final Databases databases;

  JdbcPollSteps(Databases databases) {
    this.databases = databases;
  }

  private JdbcClient db() {
    return databases.as(Login.POLL);
  }

  @Override
  public boolean isDue(String organisation, long slot) {
    return db().sql(
            """
            select not exists (
              select from poll.step where organisation = ? and what = ? and slot >= ?)
            """)
        .params(organisation, SUBSCRIBERS, slot)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void count(String organisation, long slot, int subscribers) {
    Map<String, Long> counts = new HashMap<>(Map.of(SUBSCRIBERS, (long) subscribers));
    db().sql(
            """
            select t.poll, count(b.voter) from poll.taking t
            left join poll.ballot b on b.organisation = t.organisation and b.poll = t.poll
            where t.organisation = ? group by t.poll
            """)
        .param(organisation)
        .query((row, n) -> counts.put(row.getString(1), row.getLong(2)))
        .list();
    counts.forEach((what, count) -> note(organisation, slot, what, Suppressed.steps(count)));
  }

  private void note(String organisation, long slot, String what, long step) {
    db().sql(
            """
            insert into poll.step (organisation, what, slot, count) values (?, ?, ?, ?)
            on conflict (organisation, what) do update
              set slot = excluded.slot, count = excluded.count
            """)
        .params(organisation, what, slot, step)
        .update();
  }

  @Override
  public int subscribers(String organisation) {
    return db().sql("select count from poll.step where organisation = ? and what = ?")
        .params(organisation, SUBSCRIBERS)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  @Override
  public Map<String, Integer> votes(String organisation) {
    Map<String, Integer> votes = new HashMap<>();
    databases
        .as(Login.PUBLIC)
        .sql("select poll, count from site.poll_step where organisation = ?")
        .param(organisation)
        .query((row, n) -> votes.put(row.getString(1), row.getInt(2)))
        .list();
    return votes;
  }
}
