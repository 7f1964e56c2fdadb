package org.answerable.platform.start;

import java.util.List;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.StartNote;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says, at the end of a start, what to open next. */
@Component
class WhatNext {
  private final AnswerableProperties properties;
  private final Environment environment;
  private final List<StartNote> notes;

  WhatNext(AnswerableProperties properties, Environment environment, List<StartNote> notes) {
    this.properties = properties;
    this.environment = environment;
    this.notes = notes;
  }

  @EventListener(ApplicationReadyEvent.class)
  void say() {
    System.out.print(text());
    notes.forEach(note -> System.out.print(note.text()));
  }

  private String text() {
    String host = environment.getProperty("server.address", "0.0.0.0");
    var text = new StringBuilder("\nAnswerable is ready. It listens on ");
    text.append(host).append(", port ").append(port("local.server.port")).append(".\n");
    text.append("  public page   ").append(properties.publicUrl()).append("/\n");
    if (properties.demo()) {
      text.append("  a phone       ").append(properties.publicUrl()).append("/simulator\n");
    }
    text.append("  inbox         ").append(properties.publicUrl()).append("/inbox\n");
    text.append("  metrics       http://127.0.0.1:").append(port("local.management.port"));
    return text.append("/actuator/prometheus\n").toString();
  }

  private String port(String property) {
    return environment.getProperty(property, "?");
  }
}
