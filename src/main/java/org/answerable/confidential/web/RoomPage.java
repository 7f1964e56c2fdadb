package org.answerable.confidential.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.confidential.ConfidentialLimits;
import org.answerable.confidential.FocalKey;
import org.answerable.confidential.FocalKeys;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;
import org.answerable.platform.web.PageTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What every page of the room shows: who, and their key as the script needs it. */
@Component
public final class RoomPage {
  private static final int SEE_OTHER = 303;
  private final Organisations organisations;
  private final FocalKeys keys;
  private final InstantSource clock;

  RoomPage(Organisations organisations, FocalKeys keys, InstantSource clock) {
    this.organisations = organisations;
    this.keys = keys;
    this.clock = clock;
  }

  /** A page, with a sentence of what was done or not. */
  ServerResponse show(ServerRequest request, String template, Object view, @Nullable Said said) {
    Leader leader = ConfidentialRoutes.leader(request);
    Map<String, Object> model = new HashMap<>();
    model.put("view", view);
    model.put("room", room(leader));
    model.put("organisation", organisations.get(leader.organisation()));
    model.put("leader", leader);
    model.put("csrf", csrf(request));
    if (said != null) {
      model.put("said", said);
    }
    int status = said != null && said.bad() ? said.status() : 200;
    return ServerResponse.status(status)
        .header("Cache-Control", "no-store")
        .render("confidential/" + template, model);
  }

  /** After an act: the page by its address, so that a reload does nothing twice. */
  static ServerResponse seeOther(String path) {
    return ServerResponse.status(SEE_OTHER).header("Location", path).build();
  }

  private Room room(Leader leader) {
    Optional<FocalKey> key = keys.of(leader);
    return new Room(
        leader.organisation(),
        key.map(FocalKey::name).orElse(""),
        key.map(own -> base64(own.open().bytes())).orElse(""),
        key.map(own -> base64(own.wrapped())).orElse(""),
        key.map(own -> others(leader, own)).orElse(List.of()));
  }

  private List<Other> others(Leader leader, FocalKey own) {
    LocalDate today = organisations.get(leader.organisation()).day(clock.instant());
    return keys.living(leader.organisation()).stream()
        .filter(key -> !key.name().equals(own.name()))
        .map(key -> Other.of(key, own, today))
        .toList();
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static CsrfToken csrf(ServerRequest request) {
    Object token = request.servletRequest().getAttribute(CsrfToken.class.getName());
    if (token instanceof CsrfToken csrf) {
      return csrf;
    }
    throw new IllegalStateException("a room without the forms' token");
  }

  /**
   * For the script.
   *
   * @param key the name of the reader's own; empty: they have none yet
   * @param others keys that open what is confided as well
   */
  public record Room(
      String organisation, String key, String open, String wrapped, List<Other> others) {
    public Room {
      others = List.copyOf(others);
    }

    @Override
    public String toString() {
      return "Room[redacted]";
    }
  }

  /**
   * Somebody else's key.
   *
   * @param fresh put in of late, not before the reader's own
   */
  public record Other(String key, boolean outside, String since, boolean fresh) {
    private static Other of(FocalKey key, FocalKey own, LocalDate today) {
      return new Other(
          key.name(),
          key.role().equals(Role.FOCAL_OUTSIDE),
          PageTexts.in("en").fullDay(key.day()),
          !key.day().isBefore(own.day())
              && key.day().isAfter(today.minusDays(ConfidentialLimits.NEW_KEY_DAYS)));
    }
  }

  /** One sentence at the top. */
  public record Said(String text, boolean bad, int status) {
    static Said done(String text) {
      return new Said(text, false, 200);
    }

    static Said not(String text) {
      return new Said(text, true, 422);
    }

    static Said overtaken(String text) {
      return new Said(text, true, 409);
    }

    @Override
    public String toString() {
      return "Said[redacted]";
    }
  }
}
