package org.answerable.demo;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.demo.Story.Answered;
import org.answerable.demo.Story.Asked;
import org.answerable.demo.Story.Duty;
import org.answerable.demo.Story.Kept;
import org.answerable.demo.Story.Proposal;
import org.answerable.demo.Story.Told;
import org.answerable.feedback.Feedbacks.Filter;
import org.answerable.feedback.Publication;
import org.answerable.feedback.PublishingWords;
import org.answerable.feedback.ResponseDraft;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Role;
import org.answerable.organisation.Topic;
import org.answerable.platform.Ids;
import org.answerable.poll.Poll;

/**
 * Lets a {@link Story} happen through the same code as real messages: each text is taken in,
 * released at a slot, opened, answered and published on its own day.
 */
final class Storyteller {
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  /** Supporters of a proposal come on so many days. */
  private static final int SUPPORT_DAYS = 5;

  /** The day after they were asked. */
  private static final int SAYS_AFTER = 4;

  private final Organisation home;
  private final String channel;
  private final Inbound inbound;
  private final Days days;
  private final Leaders leaders;
  private final Ids ids;
  private final Leader everyRole;
  private final Set<String> known = new HashSet<>();
  private final Map<Asked, Poll> polls = new HashMap<>();
  private final List<Running> running = new ArrayList<>();
  private int people;

  Storyteller(
      Organisation home, String channel, Inbound inbound, Days days, Leaders leaders, Ids ids) {
    this.home = home;
    this.channel = channel;
    this.inbound = inbound;
    this.days = days;
    this.leaders = leaders;
    this.ids = ids;
    Set<String> roles = home.roles().stream().map(Role::id).collect(Collectors.toSet());
    this.everyRole = new Leader(ids.uuid(), home.id(), "Demo", roles);
  }

  /** Tells the story so that its last day is today. */
  void tell(Story story, LocalDate today) throws SQLException {
    int longest = story.told().stream().mapToInt(Told::daysAgo).max().orElse(0);
    Instant begins = at(today.minusDays(longest), MORNING);
    days.begin(home, begins);
    leaders.statements().state(everyRole, begins, today);
    for (int ago = longest; ago >= 0; ago--) {
      LocalDate day = today.minusDays(ago);
      leaders.votes().begin(home, day);
      for (Asked asked : story.asked()) {
        goOn(asked, asked.daysAgo() - ago, day);
      }
      for (Told told : story.told()) {
        if (told.daysAgo() == ago) {
          running.add(give(told, day));
        }
      }
      for (Running one : running) {
        goOn(one, day);
        support(one, day);
      }
      days.end(home, at(day, EVENING));
    }
  }

  /**
   * A day of a vote.
   *
   * @param at days since it was announced
   */
  private void goOn(Asked asked, int at, LocalDate day) throws SQLException {
    if (at == 0) {
      polls.put(asked, leaders.votes().announce(asked, proposed(), everyRole, day));
    } else if (at >= 1 && at <= asked.open()) {
      for (String ballot : Votes.ballots(asked, at - 1)) {
        write(newPhone(), ballot, at(day, MORNING));
      }
    }
    Poll poll = polls.get(asked);
    int sinceCount = at - asked.open() - 1;
    for (Duty duty : asked.duties()) {
      Kept kept = duty.kept();
      if (poll != null && sinceCount == duty.after()) {
        leaders.votes().answer(poll, duty, day);
      } else if (poll != null && kept != null && sinceCount == duty.after() + kept.after()) {
        leaders.votes().keep(poll, duty, kept, day);
      }
    }
  }

  /** What members proposed, by its reference. */
  private Map<String, Proposal> proposed() {
    Map<String, Proposal> proposed = new HashMap<>();
    for (Running one : running) {
      Proposal proposal = one.told.proposal();
      if (proposal != null) {
        proposed.put(one.reference, proposal);
      }
    }
    return proposed;
  }

  /** Some of those who do, on each of the days after it was proposed. */
  private void support(Running one, LocalDate day) {
    Proposal proposal = one.told.proposal();
    if (proposal == null || !day.isAfter(one.day) || day.isAfter(one.day.plusDays(SUPPORT_DAYS))) {
      return;
    }
    for (int some = 0; some < proposal.supporters() / SUPPORT_DAYS; some++) {
      write(newPhone(), "+ " + one.reference, at(day, MORNING));
    }
  }

  private Address newPhone() {
    return new Address(channel, "+99970%07d".formatted(++people));
  }

  private Running give(Told told, LocalDate day) throws SQLException {
    Address address = newPhone();
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
    days.slot(home, now.plus(Duration.ofMinutes(5)));
    return new Running(told, address, day, newReference(day));
  }

  private void goOn(Running one, LocalDate day) throws SQLException {
    Told told = one.told;
    Integer read = told.readAfter();
    if (read != null && one.day.plusDays(read).equals(day)) {
      leaders.inbox().open(everyRole, one.reference, at(day, MORNING));
    }
    Answered answered = told.answered();
    if (answered == null) {
      return;
    }
    LocalDate since = one.day.plusDays(answered.after());
    if (since.equals(day)) {
      answer(one, answered, day);
    }
    Integer says = told.says();
    if (says != null && since.plusDays(SAYS_AFTER).equals(day)) {
      write(one.address, says.toString(), at(day, MORNING));
    }
    Kept kept = answered.kept();
    if (kept != null && since.plusDays(kept.after()).equals(day)) {
      keep(one, kept, day);
    }
  }

  private void keep(Running one, Kept kept, LocalDate day) throws SQLException {
    var thread = leaders.inbox().read(everyRole, one.reference).orElseThrow(this::lost);
    leaders
        .promises()
        .keep(
            everyRole,
            one.reference,
            thread.responses().getLast().id(),
            kept.words(),
            at(day, MORNING));
  }

  private void answer(Running one, Answered answered, LocalDate day) throws SQLException {
    Instant now = at(day, MORNING);
    if (one.told.publish()) {
      publish(one, now);
    }
    Integer within = answered.within();
    String what = answered.what();
    var state = leaders.inbox().open(everyRole, one.reference, now).orElseThrow(this::lost).state();
    var draft =
        new ResponseDraft(
            answered.decision(),
            answered.text(),
            what == null ? "" : what,
            state.withRole(),
            within == null ? null : day.plusDays(within));
    leaders.responding().respond(everyRole, one.reference, draft, state.number(), ids.uuid(), now);
  }

  /** The leader looks at what would be public; where something is hidden, its sender does too. */
  private void publish(Running one, Instant now) throws SQLException {
    var choice = new PublishingWords.Choice(Set.of(), one.told.hide());
    if (leaders.words().publish(everyRole, one.reference, choice, "", now)
        instanceof Publication.Shown(String shown, String seal)) {
      var done = leaders.words().publish(everyRole, one.reference, choice, seal, now);
      if (done instanceof Publication.ShownToSender) {
        days.deliver();
        write(one.address, "1", now.plusSeconds(60));
      }
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
    var page = leaders.inbox().list(everyRole, new Filter(false, null, null), 1, day);
    int pages = page.pages();
    for (int number = 1; number <= pages; number++) {
      for (var row :
          leaders.inbox().list(everyRole, new Filter(false, null, null), number, day).rows()) {
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

  private record Running(Told told, Address address, LocalDate day, String reference) {}
}
