package org.answerable.demo;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.demo.Story.Answered;
import org.answerable.demo.Story.Told;
import org.answerable.feedback.Feedbacks.Filter;
import org.answerable.feedback.Inbox;
import org.answerable.feedback.OverdueSweep;
import org.answerable.feedback.Publication;
import org.answerable.feedback.PublishingWords;
import org.answerable.feedback.Responding;
import org.answerable.feedback.ResponseDraft;
import org.answerable.intake.Slots;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Role;
import org.answerable.organisation.Topic;
import org.answerable.platform.Ids;

/**
 * Lets a {@link Story} happen through the same code as real messages: each text is taken in,
 * released at a slot, opened, answered and published on its own day.
 */
final class Storyteller {
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private final Organisation home;
  private final String channel;
  private final Inbound inbound;
  private final Slots slots;
  private final OverdueSweep sweep;
  private final Inbox inbox;
  private final Responding responding;
  private final PublishingWords words;
  private final Ids ids;
  private final Leader everyRole;
  private final Set<String> known = new HashSet<>();
  private int people;

  Storyteller(
      Organisation home,
      String channel,
      Inbound inbound,
      Slots slots,
      OverdueSweep sweep,
      Inbox inbox,
      Responding responding,
      PublishingWords words,
      Ids ids) {
    this.home = home;
    this.channel = channel;
    this.inbound = inbound;
    this.slots = slots;
    this.sweep = sweep;
    this.inbox = inbox;
    this.responding = responding;
    this.words = words;
    this.ids = ids;
    Set<String> roles = home.roles().stream().map(Role::id).collect(Collectors.toSet());
    this.everyRole = new Leader(ids.uuid(), home.id(), "Demo", roles);
  }

  /** Tells the story so that its last day is today. */
  void tell(Story story, LocalDate today) throws SQLException {
    int longest = story.told().stream().mapToInt(Told::daysAgo).max().orElse(0);
    var running = new ArrayList<Running>();
    for (int ago = longest; ago >= 0; ago--) {
      LocalDate day = today.minusDays(ago);
      for (Told told : story.told()) {
        if (told.daysAgo() == ago) {
          running.add(give(told, day));
        }
      }
      for (Running one : running) {
        goOn(one, day);
      }
      sweep.run(home, day);
      slots.run(home, at(day, EVENING));
    }
  }

  private Running give(Told told, LocalDate day) throws SQLException {
    var address = new Address(channel, "+99970%07d".formatted(++people));
    Instant now = at(day, MORNING);
    write(address, told.text(), now);
    String topic = told.topic();
    String more = told.more();
    if (more != null) {
      write(address, more, now.plusSeconds(60));
    }
    if (topic != null) {
      write(address, menuNumber(topic), now.plusSeconds(120));
      write(address, told.publish() ? "1" : "2", now.plusSeconds(180));
    }
    slots.run(home, now.plus(Duration.ofMinutes(5)));
    return new Running(told, day, newReference(day));
  }

  private void goOn(Running one, LocalDate day) throws SQLException {
    Told told = one.told;
    Integer read = told.readAfter();
    if (read != null && one.day.plusDays(read).equals(day)) {
      inbox.open(everyRole, one.reference, at(day, MORNING));
    }
    Answered answered = told.answered();
    if (answered != null && one.day.plusDays(answered.after()).equals(day)) {
      answer(one, answered, day);
    }
  }

  private void answer(Running one, Answered answered, LocalDate day) throws SQLException {
    Instant now = at(day, MORNING);
    if (one.told.publish()) {
      publish(one, now);
    }
    Integer within = answered.within();
    String what = answered.what();
    var state = inbox.open(everyRole, one.reference, now).orElseThrow(this::lost).state();
    var draft =
        new ResponseDraft(
            answered.decision(),
            answered.text(),
            what == null ? "" : what,
            state.withRole(),
            within == null ? null : day.plusDays(within));
    responding.respond(everyRole, one.reference, draft, state.number(), ids.uuid(), now);
  }

  /** The leader looks at what would be public, then publishes that. */
  private void publish(Running one, Instant now) throws SQLException {
    var choice = new PublishingWords.Choice(Set.of(), one.told.hide());
    if (words.publish(everyRole, one.reference, choice, "", now)
        instanceof Publication.Shown(String shown, String seal)) {
      words.publish(everyRole, one.reference, choice, seal, now);
    }
  }

  private void write(Address address, String text, Instant at) {
    inbound.take(new IncomingMessage(home.id(), ids.uuid().toString(), address, text, at));
  }

  private String menuNumber(String topic) {
    List<String> menu = home.menu().stream().map(Topic::id).toList();
    return Integer.toString(menu.indexOf(topic) + 1);
  }

  /** The one feedback of the inbox that was not there before. */
  private String newReference(LocalDate day) {
    var page = inbox.list(everyRole, new Filter(false, null, null), 1, day);
    int pages = page.pages();
    for (int number = 1; number <= pages; number++) {
      for (var row : inbox.list(everyRole, new Filter(false, null, null), number, day).rows()) {
        if (known.add(row.state().reference())) {
          return row.state().reference();
        }
      }
    }
    throw lost();
  }

  private IllegalStateException lost() {
    return new IllegalStateException("a feedback of the demo's story is not in the inbox");
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(home.timeZone()).toInstant();
  }

  private record Running(Told told, LocalDate day, String reference) {}
}
