package org.answerable.leader.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The rooms' two cookies. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class RoomCookies {
  private static final String SAME_SITE = "Strict";

  @Bean
  CookieSerializer sessionCookie(WebSettings settings) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(name("session", settings));
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(settings.https());
    cookie.setSameSite(SAME_SITE);
    return cookie;
  }

  /**
   * A form's token is compared with a cookie that only we can set: whoever opens the sign-in form
   * needs no session, and nobody can fill our table by opening it.
   */
  @Bean
  CsrfTokenRepository formTokens(WebSettings settings) {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(name("form", settings));
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).secure(settings.https()).sameSite(SAME_SITE));
    return tokens;
  }

  /** With the prefix, no neighbour on another host name of the domain can set it. */
  private static String name(String cookie, WebSettings settings) {
    return settings.https() ? "__Host-" + cookie : cookie;
  }
}
