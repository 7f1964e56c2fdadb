package org.answerable.constituent.jdbc;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.answerable.channel.Address;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.Constituents;
import org.answerable.constituent.Matter;
import org.answerable.constituent.Retention;
import org.answerable.constituent.Vault;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.RandomIds;
import org.answerable.platform.keys.EpochKeys;

/** What is held of an address. The same is done for one that nobody wrote from. */
public final class Holdings {
  private final OwnerDatabase owner;
  private final EpochKeys keys;
  private final Vault vault;

  public Holdings(OwnerDatabase owner, Databases databases, EpochKeys keys) {
    this.owner = owner;
    this.keys = keys;
    this.vault = new Vault(new JdbcConstituents(databases, Login.INTAKE), keys, new RandomIds());
  }

  /**
   * What is held.
   *
   * @param person somebody who is not known: nothing
   * @param feedbacks how many lead to them, confided ones too
   * @param aside how many texts do that are no feedback, and could be made one for some days
   * @param answers how many wait for them to ask with READ
   * @param conversation whether where it stands is kept
   * @param lastDay the last day on which they are taken over; empty: as long as they are stopped
   */
  public record Held(
      Constituent person,
      int feedbacks,
      int aside,
      int answers,
      boolean conversation,
      Optional<LocalDate> lastDay) {}

  public Held of(Organisation home, Address address, LocalDate today) {
    keys.tell(home.id(), EpochTable.read(owner.client(), home.id()).getFirst().living());
    Constituent person = vault.who(home, address, today);
    Map<UUID, List<Matter>> all =
        new RouteTakeover(home.id(), 0, vault, new Retention(today)).matters(owner.client());
    List<Matter> matters = all.getOrDefault(person.who(), List.of());
    int aside = aside(home, person);
    return new Held(
        person,
        matters.size() - aside,
        aside,
        answers(home, person),
        hasSession(home, person),
        Retention.lastDay(person, matters));
  }

  /** Greetings, lone numbers and the like have all that a feedback has, also the way back. */
  private int aside(Organisation home, Constituent person) {
    List<UUID> senders =
        owner
            .client()
            .sql(
                """
                select r.feedback, r.who from constituent.route r
                join intake.given g on g.organisation = r.organisation and g.feedback = r.feedback
                where r.organisation = ? and g.aside is not null
                """)
            .param(home.id())
            .query((row, n) -> vault.who(home.id(), row.getObject(1, UUID.class), row.getBytes(2)))
            .list();
    return Collections.frequency(senders, person.who());
  }

  /** Each of the few that wait is tried: nothing else joins those of one person. */
  private int answers(Organisation home, Constituent person) {
    List<Constituents.Kept> waiting =
        owner
            .client()
            .sql(
                "select tag, answer, day, sealed from constituent.kept_answer where organisation ="
                    + " ?")
            .param(home.id())
            .query(
                (row, n) ->
                    new Constituents.Kept(
                        home.id(),
                        row.getBytes(1),
                        row.getObject(2, UUID.class),
                        row.getObject(3, LocalDate.class),
                        row.getBytes(4)))
            .list();
    return Math.toIntExact(waiting.stream().filter(one -> vault.isKeptFor(person, one)).count());
  }

  private boolean hasSession(Organisation home, Constituent person) {
    return owner
        .client()
        .sql("select exists (select from conversation.session where organisation = ? and who = ?)")
        .params(home.id(), person.who())
        .query(Boolean.class)
        .single();
  }
}
