package org.answerable.leader.web;

import jakarta.servlet.http.HttpServletResponse;
import org.answerable.platform.web.PagePolicy;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** The headers of every page: nothing from elsewhere, nothing told to elsewhere. */
final class PageHeaders {
  static final String CONTENT_SECURITY_POLICY = PagePolicy.CONTENT_SECURITY_POLICY;
  static final String PERMISSIONS_POLICY = PagePolicy.PERMISSIONS_POLICY;

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
                  hsts.requestMatcher(AnyRequestMatcher.INSTANCE)
                      .maxAgeInSeconds(PagePolicy.HSTS_SECONDS);
                } else {
                  hsts.disable();
                }
              });
        });
  }

  /** The same for an answer that no chain has seen. */
  static void on(HttpServletResponse response) {
    PagePolicy.on(response);
  }
}
