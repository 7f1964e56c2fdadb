package org.answerable.confidential.web;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.answerable.confidential.Acted;
import org.answerable.confidential.ConfidentialLimits;
import org.answerable.confidential.FocalPoints;
import org.answerable.confidential.Reports.Copy;
import org.answerable.confidential.StepKind;
import org.answerable.confidential.web.RoomPage.Said;
import org.answerable.delivery.Doubts;
import org.answerable.platform.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What the forms of a report's page do. */
@Component
final class ReportActs {
  private final ReportPages pages;
  private final FocalPoints points;
  private final InstantSource clock;

  ReportActs(ReportPages pages, FocalPoints points, InstantSource clock) {
    this.pages = pages;
    this.points = points;
    this.clock = clock;
  }

  ServerResponse step(ServerRequest request) throws SQLException {
    StepKind what =
        switch (field(request, "what")) {
          case "contacted" -> StepKind.CONTACTED;
          case "safe" -> StepKind.SAFE;
          case "referred" -> StepKind.REFERRED;
          case "closed" -> StepKind.CLOSED;
          default -> throw bad();
        };
    return told(
        request,
        "step",
        points.step(
            ConfidentialRoutes.leader(request),
            request.pathVariable("reference"),
            what,
            seen(request),
            clock.instant()));
  }

  ServerResponse answer(ServerRequest request) throws SQLException {
    return told(
        request,
        "answer",
        points.answer(
            ConfidentialRoutes.leader(request),
            request.pathVariable("reference"),
            field(request, "text"),
            seen(request),
            uuid(field(request, "form")),
            clock.instant()));
  }

  ServerResponse share(ServerRequest request) throws SQLException {
    return told(
        request,
        "share",
        points.share(
            ConfidentialRoutes.leader(request),
            request.pathVariable("reference"),
            copies(field(request, "copies")),
            seen(request),
            clock.instant()));
  }

  ServerResponse settle(ServerRequest request) throws SQLException {
    String act = field(request, "act");
    Doubts.Choice choice = Doubts.Choice.ofWord(act).orElseThrow(ReportActs::bad);
    return told(
        request,
        act,
        points.settle(
            ConfidentialRoutes.leader(request),
            request.pathVariable("reference"),
            uuid(field(request, "response")),
            number(request, "round"),
            choice));
  }

  private ServerResponse told(ServerRequest request, String what, Acted acted) {
    String reference = request.pathVariable("reference");
    return switch (acted) {
      case Acted.Done() ->
          RoomPage.seeOther(ConfidentialRoutes.ROOM + "/" + reference + "?done=" + what);
      case Acted.Unknown() -> throw new NotFound();
      case Acted.Refused(var why) -> pages.page(request, Said.not(why));
      case Acted.Overtaken() ->
          pages.page(
              request,
              Said.overtaken("Nothing was done yet: something is new here. Look, then decide."));
    };
  }

  /** One line a copy: text, key and the sealed bytes in Base64, with spaces between them. */
  private static List<Copy> copies(String lines) {
    var copies = new ArrayList<Copy>();
    for (String line : lines.lines().limit(ConfidentialLimits.SHARED_COPIES + 1L).toList()) {
      String[] parts = line.split(" ", -1);
      if (parts.length != 3) {
        throw bad();
      }
      copies.add(new Copy(uuid(parts[0]), parts[1], bytes(parts[2])));
    }
    return copies;
  }

  private static int seen(ServerRequest request) {
    return number(request, "seen");
  }

  private static int number(ServerRequest request, String field) {
    String number = field(request, field);
    if (!number.matches("[0-9]{1,6}")) {
      throw bad();
    }
    return Integer.parseInt(number);
  }

  static String field(ServerRequest request, String name) {
    return request.param(name).orElse("");
  }

  static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  /** Not what our own pages send. */
  static ResponseStatusException bad() {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST);
  }
}
