package org.answerable.confidential.web;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.confidential.Alarms;
import org.answerable.confidential.ConfidentialLimits;
import org.answerable.confidential.FocalKey;
import org.answerable.confidential.FocalKeys;
import org.answerable.confidential.FocalRole;
import org.answerable.confidential.web.RoomPage.Said;
import org.answerable.delivery.Notices;
import org.answerable.leader.Leader;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.keys.PersonKey;
import org.answerable.platform.web.PageTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A focal point's key, and how they are told to look. */
@Component
public final class KeyPages {
  private static final String PAGE = ConfidentialRoutes.ROOM + "/key";
  private final RoomPage room;
  private final FocalKeys keys;
  private final Alarms alarms;
  private final Notices notices;
  private final Organisations organisations;
  private final InstantSource clock;

  KeyPages(
      RoomPage room,
      FocalKeys keys,
      Alarms alarms,
      Notices notices,
      Organisations organisations,
      InstantSource clock) {
    this.room = room;
    this.keys = keys;
    this.alarms = alarms;
    this.notices = notices;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** What the page shows beside the key. */
  public record View(String today, boolean told, List<String> channels, List<Language> languages) {}

  /** A language of the organisation. */
  public record Language(String code, String name) {}

  ServerResponse show(ServerRequest request) {
    return page(request, done(request.param("done").orElse("")));
  }

  ServerResponse add(ServerRequest request) throws SQLException {
    Leader leader = ConfidentialRoutes.leader(request);
    Optional<PersonKey> open = publicKey(ReportActs.field(request, "open"));
    byte[] wrapped = ReportActs.bytes(ReportActs.field(request, "wrapped"));
    if (open.isEmpty() || wrapped.length != ConfidentialLimits.WRAPPED_BYTES) {
      return page(request, Said.not("This is no key. Nothing was changed; make it again."));
    }
    LocalDate today = organisation(leader).day(clock.instant());
    String role = FocalRole.of(leader).orElseThrow();
    var key = new FocalKey(open.get().name(), role, leader.account(), open.get(), wrapped, today);
    return keys.add(leader.organisation(), key, today)
        ? RoomPage.seeOther(PAGE + "?done=key")
        : page(request, Said.not("This key is or was in use already. Nothing was changed."));
  }

  ServerResponse rewrap(ServerRequest request) {
    Leader leader = ConfidentialRoutes.leader(request);
    byte[] wrapped = ReportActs.bytes(ReportActs.field(request, "wrapped"));
    boolean done =
        wrapped.length == ConfidentialLimits.WRAPPED_BYTES
            && keys.rewrap(leader, ReportActs.field(request, "key"), wrapped);
    return done
        ? RoomPage.seeOther(PAGE + "?done=passphrase")
        : page(request, Said.not("Nothing was changed. Open the page again."));
  }

  ServerResponse alarm(ServerRequest request) {
    Leader leader = ConfidentialRoutes.leader(request);
    if (ReportActs.field(request, "act").equals("none")) {
      alarms.choose(leader, Optional.empty());
      return RoomPage.seeOther(PAGE + "?done=silent");
    }
    Organisation organisation = organisation(leader);
    String channel = ReportActs.field(request, "channel");
    String language = ReportActs.field(request, "language");
    Optional<String> address = notices.address(ReportActs.field(request, "number"));
    boolean ours = organisation.channels().stream().anyMatch(one -> one.id().equals(channel));
    if (address.isEmpty() || !ours || !organisation.languages().contains(language)) {
      return page(
          request,
          Said.not("Nothing was changed yet. Write the number with + and the country's digits."));
    }
    alarms.choose(leader, Optional.of(new Alarms.Way(channel, address.get(), language)));
    return RoomPage.seeOther(PAGE + "?done=told");
  }

  private ServerResponse page(ServerRequest request, @Nullable Said said) {
    Leader leader = ConfidentialRoutes.leader(request);
    Organisation organisation = organisation(leader);
    var view =
        new View(
            PageTexts.in("en").fullDay(organisation.day(clock.instant())),
            alarms.hasWay(leader),
            organisation.channels().stream().map(ChannelConfig::id).toList(),
            organisation.languages().stream()
                .filter(PageTexts.LANGUAGES::contains)
                .map(code -> new Language(code, PageTexts.in(code).get("language")))
                .toList());
    return room.show(request, "key", view, said);
  }

  private Organisation organisation(Leader leader) {
    return organisations.get(leader.organisation());
  }

  private static Optional<PersonKey> publicKey(String base64) {
    try {
      return Optional.of(PersonKey.of(ReportActs.bytes(base64)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Said done(String what) {
    return switch (what) {
      case "key" -> Said.done("Your key is in use. Keep the sheet where you would keep money.");
      case "passphrase" -> Said.done("The new passphrase opens your key from now on.");
      case "told" -> Said.done("You will be told to look. Nobody is shown the number again.");
      case "silent" -> Said.done("Nothing is sent to you any more.");
      default -> null;
    };
  }
}
