package org.answerable.leader.web;

import org.answerable.platform.AnswerableProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the security of a page depends on. */
@Component
final class WebSettings {
  private final AnswerableProperties properties;
  private final Environment environment;

  WebSettings(AnswerableProperties properties, Environment environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /** Without a slash at its end. */
  String publicUrl() {
    return properties.publicUrl().toString();
  }

  /** The link of an invitation. */
  String invitation(String token) {
    return publicUrl() + "/invitation/" + token;
  }

  /** Whether browsers come by https, whoever ends it: then cookies are for https alone. */
  boolean https() {
    return "https".equals(properties.publicUrl().getScheme());
  }

  boolean demo() {
    return properties.demo();
  }

  /** Whether this port is the one for metrics, and not also the one for pages. */
  boolean isManagement(int port) {
    Integer management = environment.getProperty("local.management.port", Integer.class);
    Integer pages = environment.getProperty("local.server.port", Integer.class);
    return management != null && management == port && !management.equals(pages);
  }
}
