package org.answerable.platform.web;

import jakarta.servlet.http.HttpServletResponse;

/** The headers of every page: nothing from elsewhere, nothing told to elsewhere. */
public final class PagePolicy {
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";
  public static final String PERMISSIONS_POLICY =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

  /** How long a browser comes by https only, once it has. */
  public static final long HSTS_SECONDS = 365L * 24 * 60 * 60;

  private static final String HSTS = "max-age=%d ; includeSubDomains".formatted(HSTS_SECONDS);

  private PagePolicy() {}

  /** On an answer that no chain of filters has seen. */
  public static void on(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
  }

  /** The same, and all that a page has which comes through the filters. */
  public static void onPage(HttpServletResponse response, boolean https) {
    on(response);
    response.setHeader("X-XSS-Protection", "0");
    if (https) {
      response.setHeader("Strict-Transport-Security", HSTS);
    }
  }
}
