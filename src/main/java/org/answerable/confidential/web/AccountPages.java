package org.answerable.confidential.web;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.answerable.confidential.Accounting;
import org.answerable.confidential.web.RoomPage.Said;
import org.answerable.leader.Leader;
import org.answerable.organisation.Role;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.web.PageTexts;
import org.answerable.responselog.PublicLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Where the focal point outside accounts for what the log does not open. */
@Component
public final class AccountPages {
  static final String PAGE = ConfidentialRoutes.ROOM + "/account";
  private final RoomPage room;
  private final Accounting accounting;
  private final PublicLog log;
  private final AnswerableProperties properties;
  private final InstantSource clock;

  AccountPages(
      RoomPage room,
      Accounting accounting,
      PublicLog log,
      AnswerableProperties properties,
      InstantSource clock) {
    this.room = room;
    this.accounting = accounting;
    this.log = log;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * What the page shows.
   *
   * @param until null: nobody has accounted yet
   * @param letters of the key that the log believes them by; null: it knows none yet
   * @param address of the log
   */
  public record View(
      boolean outside, @Nullable String until, @Nullable String letters, String address) {}

  ServerResponse show(ServerRequest request) {
    boolean done = request.param("done").isPresent();
    return page(
        request, done ? Said.done("Taken. It stands in the log from the next slot on.") : null);
  }

  ServerResponse file(ServerRequest request) {
    Leader leader = ConfidentialRoutes.leader(request);
    var file = isOutside(leader) ? accounting.file(leader) : Optional.<byte[]>empty();
    if (file.isEmpty()) {
      return page(request, Said.not("There is nothing to account for, or you have no key yet."));
    }
    String name = leader.organisation() + "-" + clock.instant().getEpochSecond() + ".account";
    return ServerResponse.ok()
        .header("Cache-Control", "no-store")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(file.get());
  }

  ServerResponse take(ServerRequest request) throws SQLException {
    Leader leader = ConfidentialRoutes.leader(request);
    if (!isOutside(leader)) {
      return page(request, Said.not("Only the focal point outside accounts for the log."));
    }
    return switch (accounting.take(
        leader, ReportActs.field(request, "statement"), clock.instant())) {
      case DONE -> RoomPage.seeOther(PAGE + "?done=yes");
      case NOT_SIGNED ->
          page(
              request,
              Said.not(
                  "Nothing was taken: this is no statement that your key has signed. Copy all that"
                      + " the command printed, from the line with your key's name on."));
      case OTHER_LOG ->
          page(
              request,
              Said.not(
                  "Nothing was taken: this statement is about another log, or does not end with a"
                      + " quarter. Take a new file home."));
      case OVERLAPS ->
          page(
              request,
              Said.not(
                  "Nothing was taken: a part of it was accounted for before. Each statement begins"
                      + " where the one before ended."));
    };
  }

  private ServerResponse page(ServerRequest request, @Nullable Said said) {
    Leader leader = ConfidentialRoutes.leader(request);
    LocalDate until =
        log.accounted(leader.organisation()).map(PublicLog.Accounted::until).orElse(null);
    var view =
        new View(
            isOutside(leader),
            until == null ? null : PageTexts.in("en").fullDay(until),
            accounting.letters(leader).orElse(null),
            properties.publicUrl() + "/" + leader.organisation());
    return room.show(request, "account", view, said);
  }

  private static boolean isOutside(Leader leader) {
    return leader.roles().contains(Role.FOCAL_OUTSIDE);
  }
}
