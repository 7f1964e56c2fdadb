package org.answerable.intake.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.answerable.intake.Release;
import org.answerable.intake.ReleaseTarget;
import org.answerable.intake.Released;
import org.answerable.intake.SlotNumber;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Routing;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Staging;

/** Release in PostgreSQL: rows leave the intake, enter feedback and stage their entries at once. */
final class JdbcRelease implements Release {
  /** The most feedbacks of one transaction; a slot takes as many of them as it needs. */
  static final int CHUNK_LIMIT = 1000;

  private final Databases databases;
  private final Hold hold;
  private final Staging staging;
  private final ReleaseTarget target;
  private final Random random;

  JdbcRelease(
      Databases databases, EpochKeys keys, Staging staging, ReleaseTarget target, Random random) {
    this.databases = databases;
    this.hold = new Hold(keys);
    this.staging = staging;
    this.target = target;
    this.random = random;
  }

  @Override
  public int run(Organisation organisation, Instant now) throws SQLException {
    return databases.inTransaction(Login.INTAKE, tx -> run(tx, organisation, now));
  }

  private int run(Connection tx, Organisation organisation, Instant now) throws SQLException {
    var rows = new IntakeRows(tx, organisation);
    rows.lock();
    int details = rows.applyDetails();
    // before what was added is opened: a topic that accuses somebody closes it to the public
    var sorted = rows.takeDetailsOfReleased();
    target.sort(tx, sorted);
    List<IntakeRows.Given> due = due(rows.given(), organisation, now);
    List<IntakeRows.Part> parts = rows.takeParts(due);
    LocalDate today = organisation.day(now);
    release(tx, organisation, due, parts, today);
    add(tx, organisation, due, parts, today);
    rows.remove(due);
    int answered = target.tellQuietAnswers(tx, organisation.id());
    return details + sorted.size() + parts.size() + answered;
  }

  /** In shuffled order: what stands first in a list tells nothing of who wrote first. */
  private List<IntakeRows.Given> due(
      List<IntakeRows.Given> given, Organisation organisation, Instant now) {
    long slot = SlotNumber.of(now, organisation.slot());
    var due = new ArrayList<IntakeRows.Given>();
    for (IntakeRows.Given one : given) {
      boolean over =
          one.hold() == null || hold.open(organisation.id(), one.feedback(), one.hold()) <= slot;
      if (over) {
        due.add(one);
      }
    }
    Collections.shuffle(due, random);
    return due.subList(0, Math.min(due.size(), CHUNK_LIMIT));
  }

  private void release(
      Connection tx,
      Organisation organisation,
      List<IntakeRows.Given> due,
      List<IntakeRows.Part> parts,
      LocalDate today)
      throws SQLException {
    Map<UUID, List<IntakeRows.Part>> byFeedback =
        parts.stream().collect(Collectors.groupingBy(IntakeRows.Part::feedback));
    var released = new ArrayList<Released>();
    var entries = new ArrayList<Entry>();
    for (IntakeRows.Given one : due) {
      Routing routing = Routing.of(organisation, one.topic(), one.day());
      List<IntakeRows.Part> own = byFeedback.getOrDefault(one.feedback(), List.of());
      Sensitivity sensitivity = one.sensitivity().orHigher(routing.sensitivity());
      released.add(one.released(sensitivity, own));
      if (sensitivity.isPublic()) {
        entries.add(opened(one, own.getFirst(), routing, today));
        own.stream().skip(1).forEach(part -> entries.add(additionOpened(part, today)));
      }
    }
    target.release(tx, released);
    staging.stage(tx, organisation.id(), entries);
  }

  private void add(
      Connection tx,
      Organisation organisation,
      List<IntakeRows.Given> due,
      List<IntakeRows.Part> parts,
      LocalDate today)
      throws SQLException {
    var releasedNow = due.stream().map(IntakeRows.Given::feedback).collect(Collectors.toSet());
    List<IntakeRows.Part> additions =
        parts.stream().filter(part -> !releasedNow.contains(part.feedback())).toList();
    target.add(tx, additions.stream().map(IntakeRows.Part::released).toList());
    staging.stage(
        tx,
        organisation.id(),
        additions.stream()
            .filter(part -> isPublic(part, organisation))
            .map(part -> additionOpened(part, today))
            .toList());
  }

  private static boolean isPublic(IntakeRows.Part addition, Organisation organisation) {
    String soFar = addition.sensitivity();
    String topic = addition.topic();
    return soFar != null
        && topic != null
        && organisation.sensitivity(Sensitivity.valueOf(soFar), topic).isPublic();
  }

  private static Entry opened(
      IntakeRows.Given given, IntakeRows.Part first, Routing routing, LocalDate today) {
    return new Entry.Opened(
        today,
        first.commitment(),
        first.salt(),
        first.textHash(),
        given.reference(),
        given.day(),
        routing.kind(),
        given.topic(),
        routing.role(),
        routing.due());
  }

  private static Entry additionOpened(IntakeRows.Part part, LocalDate today) {
    return new Entry.AdditionOpened(
        today, part.commitment(), part.salt(), part.textHash(), part.reference());
  }
}
