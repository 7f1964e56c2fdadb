package org.answerable.confidential.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.answerable.confidential.FocalKey;
import org.answerable.confidential.FocalKeys;
import org.answerable.confidential.Report;
import org.answerable.confidential.Reports;
import org.answerable.confidential.web.RoomPage.Said;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Ids;
import org.answerable.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The list of reports, and one of them; both sealed, for the reader's own script to open. */
@Component
final class ReportPages {
  private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}");
  private final RoomPage room;
  private final Reports reports;
  private final FocalKeys keys;
  private final Organisations organisations;
  private final Ids ids;
  private final InstantSource clock;

  ReportPages(
      RoomPage room,
      Reports reports,
      FocalKeys keys,
      Organisations organisations,
      Ids ids,
      InstantSource clock) {
    this.room = room;
    this.reports = reports;
    this.keys = keys;
    this.organisations = organisations;
    this.ids = ids;
    this.clock = clock;
  }

  ServerResponse list(ServerRequest request) {
    Leader leader = ConfidentialRoutes.leader(request);
    if (keys.of(leader).isEmpty()) {
      return RoomPage.seeOther(ConfidentialRoutes.ROOM + "/key");
    }
    boolean closed = request.param("view").filter("closed"::equals).isPresent();
    LocalDate today = organisation(leader).day(clock.instant());
    var rows =
        reports.list(leader, closed).stream().map(report -> ListView.row(report, today)).toList();
    return room.show(request, "list", new ListView(closed, rows), null);
  }

  ServerResponse open(ServerRequest request) {
    return page(request, done(request.param("done").orElse("")));
  }

  /** The page of the report in the address. */
  ServerResponse page(ServerRequest request, @Nullable Said said) {
    Leader leader = ConfidentialRoutes.leader(request);
    Report report = report(leader, request).orElseThrow(NotFound::new);
    Organisation organisation = organisation(leader);
    List<FocalKey> others =
        keys.living(leader.organisation()).stream()
            .filter(key -> !key.account().equals(leader.account()))
            .toList();
    var view =
        new ReportView(organisation, report, others, organisation.day(clock.instant()), ids.uuid());
    return room.show(request, "report", view, said);
  }

  private Optional<Report> report(Leader leader, ServerRequest request) {
    return Optional.of(request.pathVariable("reference"))
        .filter(reference -> REFERENCE.matcher(reference).matches())
        .flatMap(reference -> reports.find(leader, reference));
  }

  private Organisation organisation(Leader leader) {
    return organisations.get(leader.organisation());
  }

  private static @Nullable Said done(String what) {
    return switch (what) {
      case "step" -> Said.done("Noted.");
      case "answer" -> Said.done("Handed to delivery. It leaves within seconds, and only once.");
      case "again" -> Said.done("It is sent again.");
      case "leave" -> Said.done("It is left as it is, and not sent again.");
      case "share" -> Said.done("Shared. They are told to look, if they chose a way.");
      default -> null;
    };
  }
}
