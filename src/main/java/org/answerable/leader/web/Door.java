package org.answerable.leader.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.answerable.leader.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Lets somebody in or out: session, form token and the mark of a known browser. */
@Component
final class Door {
  private static final String DEVICE = "device";
  private static final Duration DEVICE_KEPT = Duration.ofDays(180);
  private final RoomContexts contexts;
  private final CsrfTokenRepository tokens;
  private final WebSettings settings;

  Door(RoomContexts contexts, CsrfTokenRepository tokens, WebSettings settings) {
    this.contexts = contexts;
    this.tokens = tokens;
    this.settings = settings;
  }

  void in(SignIn.Welcome welcome, HttpServletRequest request, HttpServletResponse response) {
    contexts.saveContext(RoomContexts.of(welcome.leader()), request, response);
    newToken(request, response);
    var device =
        ResponseCookie.from(DEVICE, welcome.device())
            .httpOnly(true)
            .secure(settings.https())
            .sameSite("Strict")
            .path("/login")
            .maxAge(DEVICE_KEPT);
    response.addHeader(HttpHeaders.SET_COOKIE, device.build().toString());
  }

  void out(HttpServletRequest request, HttpServletResponse response) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    newToken(request, response);
  }

  @Nullable String device(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (var cookie : cookies) {
        if (cookie.getName().equals(DEVICE)) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  /** A token that somebody saw before must not work after. */
  private void newToken(HttpServletRequest request, HttpServletResponse response) {
    tokens.saveToken(tokens.generateToken(request), request, response);
  }
}
