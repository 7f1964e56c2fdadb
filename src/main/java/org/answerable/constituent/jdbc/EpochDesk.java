package org.answerable.constituent.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.keys.LivingEpochs;

/** How the epochs stand, and what may be asked of the server that changes them. */
public final class EpochDesk {
  private final OwnerDatabase owner;

  public EpochDesk(OwnerDatabase owner) {
    this.owner = owner;
  }

  /**
   * One organisation's.
   *
   * @param begun the day on which the living epoch began
   * @param asked whether the next one is to begin at once
   * @param erase whether everybody is to be forgotten first
   */
  public record State(
      String organisation, LivingEpochs living, LocalDate begun, boolean asked, boolean erase) {}

  public List<State> all() {
    return owner
        .client()
        .sql(
            """
            select organisation, epoch, oldest, begun, asked, erase from constituent.epoch
            order by organisation
            """)
        .query((row, n) -> state(row))
        .list();
  }

  /**
   * Those that are named.
   *
   * @param names none: all
   */
  public List<State> some(List<String> names) {
    return all().stream()
        .filter(state -> names.isEmpty() || names.contains(state.organisation()))
        .toList();
  }

  public State one(String organisation) {
    return some(List.of(organisation)).getFirst();
  }

  /** The next epoch begins at once. */
  public void ask(String organisation) {
    update("update constituent.epoch set asked = true where organisation = ?", organisation);
  }

  /** Everybody is forgotten, and the next epoch begins at once. */
  public void askToErase(String organisation) {
    EpochTable.askToErase(owner.client(), organisation);
  }

  /** How many people the last such erasing forgot. */
  public int erased(String organisation) {
    return EpochTable.erased(owner.client(), organisation);
  }

  public long people(String organisation) {
    return owner
        .client()
        .sql("select count(*) from constituent.constituent where organisation = ?")
        .param(organisation)
        .query(Long.class)
        .single();
  }

  /** Notes that the erasing of everybody was practised. */
  public void drilled(String organisation, LocalDate day) {
    update(
        "insert into constituent.drill (organisation, day) values (?, ?) on conflict do nothing",
        organisation,
        day);
  }

  private void update(String sql, Object... params) {
    owner.client().sql(sql).params(params).update();
  }

  private static State state(ResultSet row) throws SQLException {
    return new State(
        row.getString(1),
        new LivingEpochs(row.getInt(2), row.getInt(3)),
        row.getObject(4, LocalDate.class),
        row.getBoolean(5),
        row.getBoolean(6));
  }
}
