package org.answerable.leader.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the security of a page depends on, from the settings. */
@Component
final class WebSettings {
  private final String publicUrl;
  private final boolean demo;
  private final Environment environment;

  WebSettings(
      @Value("${answerable.public-url:http://localhost:8080}") String publicUrl,
      @Value("${answerable.demo:false}") boolean demo,
      Environment environment) {
    this.publicUrl = publicUrl.replaceAll("/+$", "");
    this.demo = demo;
    this.environment = environment;
  }

  /** Without a slash at its end. */
  String publicUrl() {
    return publicUrl;
  }

  /** The link of an invitation. */
  String invitation(String token) {
    return publicUrl + "/invitation/" + token;
  }

  /** Whether browsers come by https, whoever ends it: then cookies are for https alone. */
  boolean https() {
    return publicUrl.startsWith("https://");
  }

  boolean demo() {
    return demo;
  }

  /** Whether this port is the one for metrics, and not also the one for pages. */
  boolean isManagement(int port) {
    Integer management = environment.getProperty("local.management.port", Integer.class);
    Integer pages = environment.getProperty("local.server.port", Integer.class);
    return management != null && management == port && !management.equals(pages);
  }
}
