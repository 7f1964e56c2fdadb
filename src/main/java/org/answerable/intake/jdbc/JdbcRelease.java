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
import org.answerable.confidential.AccountNotes;
import org.answerable.confidential.ConfidedTexts;
import org.answerable.confidential.Unopened;
import org.answerable.confidential.Unopened.What;
import org.answerable.intake.AnswerJudged;
import org.answerable.intake.Aside;
import org.answerable.intake.Confiding;
import org.answerable.intake.Release;
import org.answerable.intake.ReleaseTarget;
import org.answerable.intake.Released;
import org.answerable.intake.WordsAllowed;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Routing;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Staging;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Release in PostgreSQL: rows leave the intake, enter feedback and stage their entries at once. */
final class JdbcRelease implements Release {
  /** The most feedbacks of one transaction; a slot takes as many of them as it needs. */
  static final int CHUNK_LIMIT = 1000;

  private final Databases databases;
  private final Hold hold;
  private final Staging staging;
  private final ReleaseTarget target;
  private final ConfidedTexts confided;
  private final Confiding confiding;
  private final AccountNotes notes;
  private final EchoRows echoes;
  private final Random random;

  JdbcRelease(
      Databases databases,
      EpochKeys keys,
      Staging staging,
      ReleaseTarget target,
      ConfidedTexts confided,
      Confiding confiding,
      AccountNotes notes,
      EchoRows echoes,
      Random random) {
    this.databases = databases;
    this.hold = new Hold(keys);
    this.confided = confided;
    this.confiding = confiding;
    this.notes = notes;
    this.echoes = echoes;
    this.staging = staging;
    this.target = target;
    this.random = random;
  }

  @Override
  public int run(Organisation organisation, Instant now, boolean first) throws SQLException {
    return databases.inTransaction(Login.INTAKE, tx -> run(tx, organisation, now, first));
  }

  private int run(Connection tx, Organisation organisation, Instant now, boolean first)
      throws SQLException {
    JdbcClient client = Databases.on(tx);
    var rows = new IntakeRows(client, organisation);
    rows.lock();
    notes.add(tx, organisation.id(), rows.noteUnopened());
    int heard = withdraw(tx, rows, organisation);
    heard += rows.applyDetails();
    heard += new DecisionRows(client, organisation).apply();
    heard += first ? heard(tx, client, rows, organisation) : 0;
    heard += echoes.count(tx, organisation, now);
    heard += new QuarterCounts(client, organisation, staging).tell(tx, now);
    heard += rows.confide(tx, confiding, now);
    List<Given> over = over(rows.given(), organisation, now);
    heard += show(client, rows, organisation, over);
    List<Given> due = due(over);
    List<GivenPart> parts = rows.takeParts(due);
    LocalDate today = organisation.day(now);
    release(tx, organisation, due, parts, today);
    add(tx, organisation, due, parts, now);
    rows.remove(due);
    notes.add(tx, organisation.id(), rows.noteUnopened());
    forget(client, organisation, today);
    int answered = target.tellQuietAnswers(tx, organisation.id());
    answered += confided.tellAnswers(tx, organisation.id());
    return heard + parts.size() + answered;
  }

  /** What their senders took back is gone before anything else is looked at. */
  private int withdraw(Connection tx, IntakeRows rows, Organisation organisation)
      throws SQLException {
    List<UUID> withdrawn = rows.takeWithdrawn();
    for (UUID feedback : withdrawn) {
      target.withdraw(tx, organisation.id(), feedback);
    }
    return withdrawn.size();
  }

  /**
   * What senders and readers said since the last slot of what was released by then; the readers'
   * word counts. It comes before what was added is opened: what accuses somebody is closed to the
   * public.
   */
  private int heard(Connection tx, JdbcClient client, IntakeRows rows, Organisation organisation)
      throws SQLException {
    var sorted = rows.takeDetailsOfReleased();
    target.sort(tx, sorted);
    var readings = new DecisionRows(client, organisation).takeOfReleased();
    target.read(tx, readings);
    var judgements = new JudgementRows(client, organisation);
    List<AnswerJudged> judged = judgements.take();
    target.judge(tx, judged);
    List<WordsAllowed> allowed = judgements.takeAllowed();
    target.allow(tx, allowed);
    return sorted.size() + readings.size() + judged.size() + allowed.size();
  }

  /** What nobody decided, to readers; what was set aside is counted when they may see it. */
  private static int show(
      JdbcClient client, IntakeRows rows, Organisation organisation, List<Given> over) {
    var setAside = new SetAsideRows(client, organisation);
    var waiting = over.stream().filter(one -> !one.decided() && !one.shown()).toList();
    for (Given one : waiting) {
      Aside aside = one.aside();
      if (aside != null) {
        setAside.count(aside, one.day(), 1);
      }
    }
    return rows.show(waiting);
  }

  private static void forget(JdbcClient client, Organisation organisation, LocalDate today) {
    new SetAsideRows(client, organisation).forget(today);
    new DecisionRows(client, organisation).forget(today);
  }

  private List<Given> over(List<Given> given, Organisation organisation, Instant now) {
    long slot = organisation.slotNumber(now);
    var over = new ArrayList<Given>();
    for (Given one : given) {
      if (one.hold() == null || hold.open(organisation.id(), one.feedback(), one.hold()) <= slot) {
        over.add(one);
      }
    }
    return over;
  }

  /** In shuffled order: what stands first in a list tells nothing of who wrote first. */
  private List<Given> due(List<Given> over) {
    var due = new ArrayList<>(over.stream().filter(Given::decided).toList());
    Collections.shuffle(due, random);
    return due.subList(0, Math.min(due.size(), CHUNK_LIMIT));
  }

  private void release(
      Connection tx,
      Organisation organisation,
      List<Given> due,
      List<GivenPart> parts,
      LocalDate today)
      throws SQLException {
    Map<UUID, List<GivenPart>> byFeedback =
        parts.stream().collect(Collectors.groupingBy(GivenPart::feedback));
    var released = new ArrayList<Released>();
    var entries = new ArrayList<Entry>();
    var unopened = new ArrayList<Unopened>();
    for (Given one : due) {
      Routing routing = one.routing(organisation);
      List<GivenPart> own = byFeedback.getOrDefault(one.feedback(), List.of());
      Sensitivity sensitivity = one.sensitivity().orHigher(routing.sensitivity());
      released.add(one.released(sensitivity, own));
      if (sensitivity.isPublic()) {
        entries.add(opened(one, own.getFirst(), routing, today));
        own.stream().skip(1).forEach(part -> entries.add(additionOpened(part, today)));
      } else {
        own.forEach(part -> unopened.add(part.unopened(What.WITH_LEADERS)));
      }
    }
    notes.add(tx, organisation.id(), unopened);
    target.release(tx, released);
    staging.stage(tx, organisation.id(), entries);
  }

  private void add(
      Connection tx, Organisation organisation, List<Given> due, List<GivenPart> parts, Instant now)
      throws SQLException {
    LocalDate today = organisation.day(now);
    var releasedNow = due.stream().map(Given::feedback).collect(Collectors.toSet());
    Map<Boolean, List<GivenPart>> later =
        parts.stream()
            .filter(part -> !releasedNow.contains(part.feedback()))
            .collect(Collectors.partitioningBy(GivenPart::ofReleased));
    List<GivenPart> additions = later.getOrDefault(true, List.of());
    var toConfided = later.getOrDefault(false, List.of());
    confiding.add(tx, toConfided.stream().map(part -> part.confided(null, null)).toList(), now);
    target.add(tx, additions.stream().map(GivenPart::released).toList());
    notes.add(
        tx,
        organisation.id(),
        additions.stream()
            .filter(part -> !isPublic(part, organisation))
            .map(part -> part.unopened(What.WITH_LEADERS))
            .toList());
    staging.stage(
        tx,
        organisation.id(),
        additions.stream()
            .filter(part -> isPublic(part, organisation))
            .map(part -> additionOpened(part, today))
            .toList());
  }

  private static boolean isPublic(GivenPart addition, Organisation organisation) {
    Sensitivity soFar = addition.sensitivity();
    String topic = addition.topic();
    return soFar != null && topic != null && organisation.sensitivity(soFar, topic).isPublic();
  }

  private static Entry opened(Given given, GivenPart first, Routing routing, LocalDate today) {
    return new Entry.Opened(
        given.day().isAfter(today) ? given.day() : today, // the clocks of two nodes differ
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

  private static Entry additionOpened(GivenPart part, LocalDate today) {
    return new Entry.AdditionOpened(
        today, part.commitment(), part.salt(), part.textHash(), part.reference());
  }
}
