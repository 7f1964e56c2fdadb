package org.answerable.leader.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** The headers of every page: nothing from elsewhere, nothing told to elsewhere. */
final class PageHeaders {
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";
  static final String PERMISSIONS_POLICY =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

  private static final long HSTS_SECONDS = 365L * 24 * 60 * 60;

  private PageHeaders() {}

  /** {@code kept}: whether a browser may keep the page; then its own module says for how long. */
  static void on(HttpSecurity http, boolean https, boolean kept) {
    http.headers(
        headers -> {
          headers
              .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
              .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
              .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY));
          if (kept) {
            headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
          }
          headers.httpStrictTransportSecurity(
              hsts -> {
                if (https) {
                  // A proxy may end https: what counts is how browsers come.
                  hsts.requestMatcher(AnyRequestMatcher.INSTANCE).maxAgeInSeconds(HSTS_SECONDS);
                } else {
                  hsts.disable();
                }
              });
        });
  }

  /** The same for an answer that no chain has seen. */
  static void on(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
  }
}
