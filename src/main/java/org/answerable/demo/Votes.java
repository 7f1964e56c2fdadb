package org.answerable.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.answerable.demo.Story.Asked;
import org.answerable.demo.Story.Proposal;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Ids;
import org.answerable.poll.AnsweringPriorities;
import org.answerable.poll.Poll;
import org.answerable.poll.PollLimits;
import org.answerable.poll.PollSweep;
import org.answerable.poll.Priority;
import org.answerable.poll.PriorityDraft;
import org.answerable.poll.SettingUp;
import org.answerable.poll.Voting;
import org.answerable.responselog.PollTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What leaders do with a vote of the story, and what happens to it by itself. */
@Component
record Votes(
    SettingUp settingUp, AnsweringPriorities priorities, PollSweep sweep, Voting voting, Ids ids) {
  /** Two leaders set it up and agree, the day before it opens. */
  Poll announce(Asked asked, Map<String, Proposal> proposed, Leader leader, LocalDate day)
      throws SQLException {
    Poll poll = settingUp.setUp(leader, terms(asked, proposed, day.plusDays(1)), day);
    var other = new Leader(ids.uuid(), leader.organisation(), "Demo too", leader.roles());
    if (settingUp.agree(other, poll, day) != SettingUp.Done.DONE) {
      throw new IllegalStateException("nobody agreed to the demo's vote");
    }
    return poll;
  }

  private static PollTerms terms(Asked asked, Map<String, Proposal> proposed, LocalDate opens) {
    return new PollTerms(
        asked.question(),
        IntStream.rangeClosed(1, asked.options().size())
            .mapToObj(
                number ->
                    new PollTerms.Option(
                        asked.options().get(number - 1), null, proposal(proposed, number)))
            .toList(),
        "order",
        "schulze",
        asked.priorities(),
        null,
        PollTerms.ANYBODY,
        opens,
        opens.plusDays(asked.open() - 1L),
        asked.askedBy(),
        PollLimits.COPIES,
        false,
        asked.priorities(),
        List.of());
  }

  private static @Nullable String proposal(Map<String, Proposal> proposed, int option) {
    return proposed.entrySet().stream()
        .filter(one -> one.getValue().option() == option)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** Polls open, close and are counted, and days pass, each morning. */
  void begin(Organisation home, LocalDate day) throws SQLException {
    sweep.run(home, day);
    priorities.sweep(home.id(), day);
    voting.refresh(home.id());
  }

  /** What people send on one of the days on which it is open, from 0. */
  static List<String> ballots(Asked asked, int day) {
    List<String> all =
        asked.ballots().entrySet().stream()
            .flatMap(one -> IntStream.range(0, one.getValue()).mapToObj(copy -> one.getKey()))
            .toList();
    return IntStream.range(0, all.size())
        .filter(voter -> voter % asked.open() == day)
        .mapToObj(all::get)
        .toList();
  }

  void answer(Poll poll, Story.Duty duty, LocalDate day) throws SQLException {
    var draft =
        new PriorityDraft(
            PriorityDraft.Decided.WILL_DO,
            duty.text(),
            duty.what(),
            duty.role(),
            day.plusDays(duty.within()));
    priorities.answer(priority(poll, duty), draft, day);
  }

  void keep(Poll poll, Story.Duty duty, Story.Kept kept, LocalDate day) throws SQLException {
    priorities.keep(priority(poll, duty), kept.words(), day);
  }

  private Priority priority(Poll poll, Story.Duty duty) {
    return priorities.of(poll.organisation(), poll.reference()).stream()
        .filter(one -> one.option() == duty.option())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the demo's vote chose something else"));
  }
}
