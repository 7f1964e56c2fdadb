package org.answerable.responselog.web;

import java.time.LocalDate;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Role;
import org.answerable.organisation.Topic;
import org.answerable.platform.web.Masthead;
import org.answerable.platform.web.PageTexts;

/**
 * Whose log is read, in which language, and on which day: what turns data into the words of a page.
 */
public record Reader(Organisation organisation, PageTexts texts, LocalDate today) {
  public Masthead masthead() {
    return new Masthead(organisation.id(), organisation.name(), organisation.demo());
  }

  /** The organisation's name as it stands in titles and feeds. */
  public String name() {
    Masthead masthead = masthead();
    return masthead.demo() ? masthead.name() + " (demo)" : masthead.name();
  }

  public String path(String rest) {
    return "/" + organisation.id() + rest;
  }

  public String link(String rest) {
    return texts.to(path(rest));
  }

  public String day(LocalDate day) {
    return texts.day(day, today);
  }

  public String role(String id) {
    return organisation.role(id).map(Role::name).map(name -> name.in(texts.language())).orElse(id);
  }

  public String topic(String id) {
    return organisation
        .topic(id)
        .map(Topic::title)
        .map(title -> title.in(texts.language()))
        .orElse(id.equals(Topic.UNSORTED) ? texts.get("topic.unsorted") : id);
  }

  /** "Report about medicines": built from kind and topic, never from a text. */
  public String title(Kind kind, String topic) {
    String key = "title." + kind.word();
    return topic.equals(Topic.UNSORTED)
        ? texts.get(key + ".unsorted")
        : texts.get(key, topic(topic));
  }

  /** How often this log changes; in the demo nothing waits for its slot. */
  public String changes() {
    long minutes = organisation.slot().toMinutes();
    if (minutes == 0 || organisation.demo()) {
      return texts.get("log.changes.seconds");
    }
    return minutes % 60 == 0
        ? texts.count("log.changes.hours", minutes / 60)
        : texts.count("log.changes.minutes", minutes);
  }

  /** The number to text; empty where there is none. */
  public String number() {
    return organisation.textNumber().orElse("");
  }

  /** Whether anybody may try a simulated phone. */
  public boolean simulated() {
    return !organisation.channels(ChannelConfig.Simulator.class).isEmpty();
  }
}
