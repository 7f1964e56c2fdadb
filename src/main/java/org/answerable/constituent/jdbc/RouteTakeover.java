package org.answerable.constituent.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.Matter;
import org.answerable.constituent.Retention;
import org.answerable.constituent.RouteMade;
import org.answerable.constituent.Vault;
import org.answerable.platform.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes over the ways from feedbacks to their senders; what leads to nobody is dropped. */
final class RouteTakeover {
  private static final String OLD =
      "constituent.route where organisation = ? and who < int4send(?)";

  private static final String MATTERS =
      """
      select r.ctid::text as place, r.feedback, r.who, m.feedback is not null as known, m.closed, m.promised
      from constituent.route r
      left join constituent.matter m on m.organisation = r.organisation and m.feedback = r.feedback
      where r.organisation = ?
      """;

  private static final String CHUNK =
      MATTERS + " and r.who < int4send(?) and r.ctid = any (?::text[]::tid[]) for update of r";

  private final String organisation;
  private final int epoch;
  private final Vault vault;
  private final Retention retention;

  RouteTakeover(String organisation, int epoch, Vault vault, Retention retention) {
    this.organisation = organisation;
    this.epoch = epoch;
    this.vault = vault;
    this.retention = retention;
  }

  /** What is owed to each person. */
  Map<UUID, List<Matter>> matters(JdbcClient client) {
    var matters = new HashMap<UUID, List<Matter>>();
    client
        .sql(MATTERS)
        .param(organisation)
        .query((row, n) -> route(row))
        .list()
        .forEach(
            route -> {
              if (route.matter != null) {
                matters.computeIfAbsent(route.who, who -> new ArrayList<>(1)).add(route.matter);
              }
            });
    return matters;
  }

  int pass(SealedRows rows) throws SQLException {
    return rows.pass(OLD, List.of(organisation, epoch), this::chunk);
  }

  boolean isLeft(JdbcClient client) {
    return SealedRows.any(client, OLD, organisation, epoch);
  }

  private int chunk(Connection tx, String[] places) {
    JdbcClient client = Databases.on(tx);
    List<Route> routes =
        client.sql(CHUNK).params(organisation, epoch, places).query((row, n) -> route(row)).list();
    Map<UUID, Constituent> people = people(client, routes);
    var kept = new ArrayList<Route>();
    var dropped = new ArrayList<Route>();
    for (Route route : routes) {
      Constituent person = people.get(route.who);
      Matter matter = route.matter;
      boolean keep = person != null && matter != null && retention.keeps(person, matter);
      (keep ? kept : dropped).add(route);
    }
    seal(client, kept);
    drop(client, dropped);
    return routes.size();
  }

  private Map<UUID, Constituent> people(JdbcClient client, List<Route> routes) {
    var people = new HashMap<UUID, Constituent>();
    client
        .sql(PeopleTakeover.COLUMNS + " where organisation = ? and who = any (?)")
        .params(organisation, routes.stream().map(Route::who).distinct().toArray(UUID[]::new))
        .query((row, n) -> vault.open(organisation, JdbcConstituents.row(row)))
        .list()
        .forEach(person -> people.put(person.who(), person));
    return people;
  }

  private void seal(JdbcClient client, List<Route> kept) {
    client
        .sql(
            """
            update constituent.route r set who = m.who
            from unnest(?::text[]::tid[], ?::bytea[]) as m(place, who) where r.ctid = m.place
            """)
        .params(
            kept.stream().map(Route::place).toArray(String[]::new),
            kept.stream()
                .map(route -> vault.route(new RouteMade(organisation, route.feedback, route.who)))
                .toArray(byte[][]::new))
        .update();
  }

  private static void drop(JdbcClient client, List<Route> dropped) {
    client
        .sql("delete from constituent.route where ctid = any (?::text[]::tid[])")
        .param(dropped.stream().map(Route::place).toArray(String[]::new))
        .update();
  }

  private Route route(ResultSet row) throws SQLException {
    UUID feedback = row.getObject("feedback", UUID.class);
    return new Route(
        row.getString("place"),
        feedback,
        vault.who(organisation, feedback, row.getBytes("who")),
        row.getBoolean("known")
            ? new Matter(
                row.getObject("closed", LocalDate.class),
                row.getObject("promised", LocalDate.class))
            : null);
  }

  /**
   * @param matter null: nothing is known of the feedback any more
   */
  private record Route(String place, UUID feedback, UUID who, @Nullable Matter matter) {

    @Override
    public String toString() {
      return "Route[redacted]";
    }
  }
}
