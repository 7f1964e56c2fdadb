package org.answerable.feedback;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.intake.ReleaseTarget;
import org.answerable.intake.Released;
import org.answerable.intake.Sorted;
import org.answerable.intake.Source;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealer;

/** What a slot does, and what stands in the tables, for tests. */
class InboxWorld {
  private static final AtomicInteger TAKEN = new AtomicInteger();
  private final Organisations organisations;
  private final Databases databases;
  private final ReleaseTarget target;
  private final Sealer sealer;
  private final Ids ids;

  InboxWorld(
      Organisations organisations,
      Databases databases,
      ReleaseTarget target,
      Sealer sealer,
      Ids ids) {
    this.organisations = organisations;
    this.databases = databases;
    this.target = target;
    this.sealer = sealer;
    this.ids = ids;
  }

  Organisation organisation() {
    return organisations.all().get(TAKEN.getAndIncrement());
  }

  static Leader leader(Organisation organisation, String... roles) {
    return new Leader(UUID.randomUUID(), organisation.id(), "Asha", Set.of(roles));
  }

  Released release(Organisation organisation, String topic, LocalDate asked, String... texts)
      throws SQLException {
    return release(organisation, topic, asked, Sensitivity.S0, true, texts);
  }

  Released release(
      Organisation organisation,
      String topic,
      LocalDate asked,
      Sensitivity sensitivity,
      boolean consent,
      String... texts)
      throws SQLException {
    UUID feedback = ids.uuid();
    var parts = new ArrayList<Released.Part>();
    for (String text : texts) {
      parts.add(part(organisation, feedback, parts.size(), asked, text));
    }
    var released =
        new Released(
            organisation.id(),
            feedback,
            ids.reference(),
            asked,
            topic,
            null,
            sensitivity,
            Set.of(),
            consent,
            Source.TEXT,
            ids.salt(),
            parts);
    databases.inTransaction(
        Login.INTAKE,
        tx -> {
          target.release(tx, List.of(released));
          return released;
        });
    return released;
  }

  void add(Organisation organisation, Released to, int ordinal, LocalDate day, String text)
      throws SQLException {
    var part = part(organisation, to.feedback(), ordinal, day, text);
    databases.inTransaction(
        Login.INTAKE,
        tx -> {
          target.add(tx, List.of(part));
          return part;
        });
  }

  void sort(Sorted detail) throws SQLException {
    databases.inTransaction(
        Login.INTAKE,
        tx -> {
          target.sort(tx, List.of(detail));
          return detail;
        });
  }

  /** The bodies of what the next slot puts into the log. */
  List<String> staged(Organisation organisation) {
    return databases
        .as(Login.LOG)
        .sql("select body from responselog.staged where organisation = ? order by ordinal")
        .param(organisation.id())
        .query((row, n) -> new String(row.getBytes("body"), StandardCharsets.UTF_8))
        .list();
  }

  /** The texts beside the log. */
  List<String> published(Organisation organisation) {
    return texts(Login.LOG, "responselog.content", organisation);
  }

  /** Those that the public pages can read. */
  List<String> publicTexts(Organisation organisation) {
    return texts(Login.PUBLIC, "site.content", organisation);
  }

  private List<String> texts(Login login, String from, Organisation organisation) {
    return databases
        .as(login)
        .sql("select text from " + from + " where organisation = ? order by text")
        .param(organisation.id())
        .query(String.class)
        .list();
  }

  int outbox(Organisation organisation) {
    return databases
        .as(Login.DELIVERY)
        .sql("select count(*) from delivery.outbox where organisation = ?")
        .param(organisation.id())
        .query(Integer.class)
        .single();
  }

  /** Nobody noted what came of its sends. */
  UUID makeUncertain(Organisation organisation) {
    var delivery = databases.as(Login.DELIVERY);
    UUID response =
        delivery
            .sql(
                "update delivery.outbox set aside = 'uncertain' where organisation = ? returning"
                    + " response")
            .param(organisation.id())
            .query(UUID.class)
            .single();
    delivery
        .sql("insert into delivery.outcome values (?, ?, 1, 'uncertain', '2026-11-24')")
        .params(organisation.id(), response)
        .update();
    return response;
  }

  private Released.Part part(
      Organisation organisation, UUID feedback, int ordinal, LocalDate day, String text) {
    UUID id = ids.uuid();
    var plain = new ByteArrayOutputStream();
    plain.writeBytes(ids.salt());
    plain.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    var sealed = sealer.seal(organisation.id(), id, plain.toByteArray());
    return new Released.Part(
        organisation.id(), feedback, id, ordinal, day, ids.salt(), ids.salt(), sealed);
  }
}
