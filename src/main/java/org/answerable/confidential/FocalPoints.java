package org.answerable.confidential;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.answerable.confidential.Reports.Answer;
import org.answerable.confidential.Reports.Copy;
import org.answerable.confidential.Reports.NewStep;
import org.answerable.delivery.Doubt;
import org.answerable.delivery.Doubts;
import org.answerable.delivery.Outbox;
import org.answerable.delivery.Outgoing;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.jspecify.annotations.Nullable;

/**
 * What focal points do about a report. Of two at once the step's number lets one through, and each
 * act is committed whole or not at all.
 */
public final class FocalPoints {
  private final Organisations organisations;
  private final Databases databases;
  private final FocalKeys keys;
  private final Reports reports;
  private final Alarms alarms;
  private final Outbox outbox;
  private final Doubts doubts;

  public FocalPoints(
      Organisations organisations,
      Databases databases,
      FocalKeys keys,
      Reports reports,
      Alarms alarms,
      Outbox outbox,
      Doubts doubts) {
    this.organisations = organisations;
    this.databases = databases;
    this.keys = keys;
    this.reports = reports;
    this.alarms = alarms;
    this.outbox = outbox;
    this.doubts = doubts;
  }

  /**
   * Notes what was done elsewhere.
   *
   * @param seen the number of the last step that the page showed
   */
  public Acted step(Leader leader, String reference, StepKind what, int seen, Instant now)
      throws SQLException {
    return act(leader, reference, seen, now, (tx, on) -> on.take(tx, what, null));
  }

  /**
   * Sends a text to the person, at once, without their receipt: on a shared phone it reads as a
   * friend's.
   *
   * @param form an id that the form carries, so that sending it twice sends it once
   */
  public Acted answer(
      Leader leader, String reference, String words, int seen, UUID form, Instant now)
      throws SQLException {
    if (words.isBlank() || words.length() > ConfidentialLimits.ANSWER_CHARS) {
      return new Acted.Refused(
          "Nothing was sent yet. An answer has 1 to %d characters."
              .formatted(ConfidentialLimits.ANSWER_CHARS));
    }
    UUID response = ofReport(reference, form);
    return act(
        leader,
        reference,
        seen,
        now,
        (tx, on) -> {
          if (!on.take(tx, StepKind.ANSWERED, response)) {
            return false;
          }
          on.send(tx, response, words.strip(), now);
          return true;
        });
  }

  /**
   * Decides, once, about an answer that did not leave, or of which nobody knows.
   *
   * @param round that the page showed
   */
  public Acted settle(
      Leader leader, String reference, UUID response, int round, Doubts.Choice choice)
      throws SQLException {
    Optional<Report> report = reports.find(leader, reference);
    Optional<Report.Sent> sent =
        report.stream()
            .flatMap(found -> found.steps().stream())
            .flatMap(step -> Optional.ofNullable(step.sent()).stream())
            .filter(one -> one.response().equals(response))
            .findFirst();
    if (sent.isEmpty()) {
      return new Acted.Unknown();
    }
    var doubt = new Doubt(leader.organisation(), response, round);
    boolean first =
        sent.get().undecided()
            && sent.get().round() == round
            && databases.inTransaction(Login.FOCAL, tx -> doubts.settle(tx, doubt, choice));
    return first ? new Acted.Done() : new Acted.Overtaken();
  }

  /** Adds copies that the browser sealed to the keys of others. */
  public Acted share(Leader leader, String reference, List<Copy> copies, int seen, Instant now)
      throws SQLException {
    Optional<Report> report = reports.find(leader, reference);
    if (report.isPresent() && !mayShare(leader, report.get(), copies)) {
      return new Acted.Refused("Nothing was shared. Open the page again and try once more.");
    }
    return act(
        leader,
        reference,
        seen,
        now,
        (tx, on) -> {
          if (!on.take(tx, StepKind.SHARED, null)) {
            return false;
          }
          reports.addCopies(tx, leader.organisation(), copies);
          alarms.raise(tx, leader.organisation(), accounts(leader.organisation(), copies));
          return true;
        });
  }

  private Acted act(Leader leader, String reference, int seen, Instant now, Work work)
      throws SQLException {
    Optional<Report> report = reports.find(leader, reference);
    Optional<String> role = FocalRole.of(leader);
    if (report.isEmpty() || role.isEmpty()) {
      return new Acted.Unknown();
    }
    if (report.get().last() != seen) {
      return new Acted.Overtaken();
    }
    LocalDate today = organisations.get(leader.organisation()).day(now);
    var on = new Acting(leader.organisation(), report.get(), role.get(), today);
    boolean first = databases.inTransaction(Login.FOCAL, tx -> work.on(tx, on));
    return first ? new Acted.Done() : new Acted.Overtaken();
  }

  /** Only texts of this report that the giver can open, and only to keys that live. */
  private boolean mayShare(Leader leader, Report report, List<Copy> copies) {
    Set<UUID> theirs =
        report.texts().stream()
            .map(Report.Text::text)
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> living =
        keys.living(leader.organisation()).stream().map(FocalKey::name).collect(Collectors.toSet());
    return !copies.isEmpty()
        && copies.size() <= ConfidentialLimits.SHARED_COPIES
        && copies.stream()
            .allMatch(
                copy ->
                    theirs.contains(copy.text())
                        && living.contains(copy.key())
                        && copy.sealed().length <= ConfidentialLimits.COPY_BYTES);
  }

  private Set<UUID> accounts(String organisation, List<Copy> copies) {
    Set<String> names = copies.stream().map(Copy::key).collect(Collectors.toSet());
    return keys.living(organisation).stream()
        .filter(key -> names.contains(key.name()))
        .map(FocalKey::account)
        .collect(Collectors.toSet());
  }

  /** Of one report's own: what another report's form carried, by hand, is another answer. */
  private static UUID ofReport(String reference, UUID form) {
    return UUID.nameUUIDFromBytes((reference + "/" + form).getBytes(StandardCharsets.US_ASCII));
  }

  @FunctionalInterface
  private interface Work {
    boolean on(Connection tx, Acting on) throws SQLException;
  }

  private final class Acting {
    private final String organisation;
    private final Report report;
    private final String role;
    private final LocalDate today;

    Acting(String organisation, Report report, String role, LocalDate today) {
      this.organisation = organisation;
      this.report = report;
      this.role = role;
      this.today = today;
    }

    boolean take(Connection tx, StepKind what, @Nullable UUID response) throws SQLException {
      var step = new NewStep(number(), today, what, role, report.said(), response);
      return reports.add(tx, organisation, report.reference(), step);
    }

    void send(Connection tx, UUID response, String words, Instant now) throws SQLException {
      UUID route = route();
      reports.addAnswer(
          tx,
          organisation,
          new Answer(response, route, report.reference(), number(), today, words));
      reports.tellReceipts(tx, organisation, report.reference(), today);
      outbox.add(
          tx,
          new Outgoing(
              organisation,
              route,
              ConfidentialLimits.OUTBOX_NUMBER + number(),
              response,
              words,
              now,
              false,
              true));
    }

    private int number() {
      return report.last() + 1;
    }

    /** Always the same one: delivery keeps the order of what goes by one route. */
    private UUID route() {
      return report.texts().stream()
          .map(Report.Text::report)
          .min(Comparator.naturalOrder())
          .orElseThrow(() -> new IllegalStateException("a report without a text"));
    }
  }
}
